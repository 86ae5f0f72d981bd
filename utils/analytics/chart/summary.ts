import type { Say } from '@/utils/failure';
import { bucketMs } from '../buckets';
import type { CardData, CardName } from '../card-data';
import { bucketTitle, dayRange, exactCount, money, percentChange } from '../format';
import { type Kpi, kpis } from '../kpi';

/** Whose figures a chart shows, as a person would say it: a name, an organization, a mentor. */
export interface Whose {
  user: string;
  /** The organization, or the mentor that the chart is narrowed to. */
  group: string;
}

/**
 * A chart in one sentence, for those who don't see it: what, whose, over which UTC days, total,
 * change and peak.
 */
export function summary<Name extends CardName>(
  card: Name,
  data: CardData[Name],
  whose: Whose,
  say: Say,
  locale: string,
): string {
  const figures = kpis({ [card]: data });
  const days = dayRange(data.period, locale);
  const changed = (kpi: Kpi) =>
    kpi.change === null
      ? say('chart_summary_no_comparison')
      : say('chart_summary_change', percentChange(kpi.change, locale));
  const counted = (value: number | null) => (value === null ? '–' : exactCount(value, locale));
  const peak = (kpi: Kpi, write: (value: number) => string) => {
    const highest = peakOf(data, kpi);
    return highest ? say('chart_summary_peak', write(highest.value), highest.title(locale)) : '';
  };
  const parts = {
    cohorts: () => {
      const [fresh, veteran] = [figures['new-users'], figures['veteran-users']];
      return [
        say(
          'chart_summary_cohorts',
          whose.group,
          days,
          counted(fresh.value),
          counted(veteran.value),
        ),
        changed(fresh),
        peak(veteran, counted),
      ];
    },
    cost: () => {
      const { value } = figures.cost;
      const amount = value === null ? '–' : money(value, locale);
      return [
        say('chart_summary_cost', whose.user, days, amount),
        changed(figures.cost),
        peak(figures.cost, (n) => money(n, locale)),
      ];
    },
    feedback: () => [
      say('chart_summary_feedback', whose.group, days, counted(figures.feedback.value)),
      changed(figures.feedback),
      peak(figures.feedback, counted),
    ],
  };
  return parts[card]().filter(Boolean).join(' ');
}

function peakOf(data: CardData[CardName], kpi: Kpi) {
  const buckets: { startMs: number; endMs?: number }[] = 'spans' in data ? data.spans : data.points;
  let best = -1;
  kpi.trend.forEach((value, index) => {
    if (value !== null && value > 0 && value > (kpi.trend[best] ?? 0)) best = index;
  });
  const bucket = buckets[best];
  const value = kpi.trend[best];
  if (!bucket || value === null || value === undefined) return null;
  const endMs = bucket.endMs ?? bucket.startMs + bucketMs(data.period.aggregation);
  return {
    value,
    title: (locale: string) => bucketTitle({ startMs: bucket.startMs, endMs }, locale),
  };
}
