import type { Say } from '@/utils/failure';
import { sentences } from '@/utils/figures/chart/spoken';
import { dayRange, exactCount } from '@/utils/figures/text/format';
import type { AnyCardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import { busiestOf } from './busiest';
import type { AccessTimesData } from './data';
import { aheadMinutes, dayName, hourName, type LocalWeek, localWeek, weekOrder } from './week';

/** The week in the reader's time zone. */
export const readersWeek = (data: AccessTimesData): LocalWeek =>
  localWeek(data, aheadMinutes(data, Date.now()));

/** "Mostly Tuesday and Thursday, 14:00 to 17:00", or nothing where there is no such habit. */
export function busiestSentence(week: LocalWeek, say: Say, locale: string): string {
  const busiest = busiestOf(week);
  if (!busiest) return '';
  const { days, fromHour, toHour } = busiest;
  const order = weekOrder(locale).filter((day) => days.includes(day));
  const named = new Intl.ListFormat(locale).format(
    order.map((day) => dayName(day, locale, 'long')),
  );
  const from = hourName(fromHour, week.minutes, locale);
  const to = hourName(toHour % 24, week.minutes, locale);
  return days.length === 0
    ? say('ui_times_busiest_any', from, to)
    : say('ui_times_busiest', named, from, to);
}

/** The reader's time zone by name. */
const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const accessTimesView: AnyCardView<AccessTimesData> = {
  title: 'chart_title_times',
  kpis: [],
  legend: [],
  drawsPreceding: () => false,
  summary: (data, whose, say, locale) =>
    sentences(
      say('chart_summary_times', groupName(whose), dayRange(data.period, say, locale), zoneName()),
      busiestSentence(readersWeek(data), say, locale),
    ),
  table: {
    of: 'chart_column_hour',
    columns: [{ figure: 'messages', label: 'chart_messages', unit: 'messages' }],
    rows: (data, say, locale) => {
      const week = readersWeek(data);
      return weekOrder(locale).flatMap((day) =>
        (week.days[day] ?? []).map((count, hour) => ({
          key: `${dayName(day, 'en', 'long')} ${hourName(hour, week.minutes, 'en-GB')}`,
          name: say(
            'ui_times_hour',
            dayName(day, locale, 'long'),
            hourName(hour, week.minutes, locale),
          ),
          cells: [count],
        })),
      );
    },
    write: exactCount,
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  notes: (data, say) => [
    say('ui_note_times', zoneName()),
    ...(data.isWhole ? [] : [say('ui_note_incomplete')]),
  ],
};
