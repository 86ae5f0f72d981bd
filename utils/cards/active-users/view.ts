import { assemble } from '@/utils/figures/chart/assemble';
import { spokenCount } from '@/utils/figures/chart/spoken';
import { counts } from '@/utils/figures/chart/writing';
import { type Kpi, kpi } from '@/utils/figures/kpi';
import { endedCount } from '@/utils/figures/series-kpi';
import { dayRange, exactCount, headlineCount } from '@/utils/figures/text/format';
import type { CardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { ActiveUsersData } from './data';

/** Different people over the whole range, which no sum of days gives. */
const active = ({ points, active, compared, period, asOfMs }: ActiveUsersData): Kpi =>
  kpi(
    active,
    compared,
    points.map((point) => point.active),
    endedCount(points, period, asOfMs),
  );

/** All who are registered. */
const registered = ({ points, registered }: ActiveUsersData): Kpi =>
  kpi(
    registered,
    null,
    points.map((point) => point.registered),
  );

export const activeUsersView: CardView<ActiveUsersData> = {
  title: 'chart_active_users',
  kpis: [
    {
      name: 'active-users',
      label: 'ui_kpi_active_users',
      title: 'chart_active_users',
      tone: 'green',
      compute: active,
      write: headlineCount,
      sentence: {
        subject: 'chart_active_users',
        leastPreceding: 5,
        isWhollyKnown: ({ compared }) => compared !== null,
        // A person may come on several days: no part of the range has a share of them.
        intervalAt: () => null,
      },
    },
    {
      name: 'registered-users',
      label: 'ui_kpi_registered_users',
      title: 'chart_registered_users',
      tone: 'amber',
      compute: registered,
      write: headlineCount,
    },
  ],
  chart: ({ period, points }, options) =>
    assemble(points, period, options, counts(options.locale), [
      {
        tone: 'green',
        name: options.say('chart_active_users'),
        values: points.map((point) => point.active),
      },
    ]),
  legend: [{ tone: 'green', name: 'ui_legend_active' }],
  drawsPreceding: () => false,
  summary: (data, whose, say, locale) =>
    say(
      'chart_summary_users',
      groupName(whose),
      dayRange(data.period, say, locale),
      spokenCount(data.active, say, locale),
      spokenCount(data.registered, say, locale),
    ),
  table: {
    columns: [
      { figure: 'active-users', label: 'chart_active_users', unit: 'users' },
      { figure: 'registered-users', label: 'chart_registered_users', unit: 'users' },
    ],
    intervals: ({ points }) =>
      points.map(({ startMs, active, registered }) => ({ startMs, cells: [active, registered] })),
    write: exactCount,
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  instead: 'ui_note_users',
  notes: () => [],
};
