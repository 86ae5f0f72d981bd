import { assemble } from '@/utils/figures/chart/assemble';
import { isLikeIn, precedingSeries } from '@/utils/figures/chart/preceding';
import { peakIn, sentences, spokenChange, spokenCount } from '@/utils/figures/chart/spoken';
import { counts } from '@/utils/figures/chart/writing';
import { comparedText } from '@/utils/figures/comparison/compared-text';
import type { CohortPoint } from '@/utils/figures/series';
import { bucketTitle, dayRange, exactCount, headlineCount } from '@/utils/figures/text/format';
import { within } from '@/utils/figures/time/buckets';
import type { CardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { CohortData } from './data';
import { newUsers, veteranUsers } from './kpi';
import { drawn } from './months';

const isKnown = ({ newUsers, veteranUsers }: CohortPoint) =>
  newUsers !== null && veteranUsers !== null;
const isWhollyKnown = ({ incomplete, points, preceding }: CohortData) =>
  !incomplete && points.every(isKnown) && (preceding?.points.every(isKnown) ?? true);

/** Everybody of a bucket; null where either part is unknown. */
const everybody = ({ newUsers, veteranUsers }: CohortPoint) =>
  newUsers === null || veteranUsers === null ? null : newUsers + veteranUsers;

const intervalOf = ({ startMs, newUsers, veteranUsers }: CohortPoint) => ({
  startMs,
  cells: [newUsers, veteranUsers],
});

export const cohortsView: CardView<CohortData> = {
  title: 'chart_title_cohorts',
  kpis: [
    {
      name: 'new-users',
      label: 'ui_kpi_new_users',
      title: 'chart_new_users',
      tone: 'amber',
      perBucket: ({ repeats }) => repeats === true,
      compute: newUsers,
      write: headlineCount,
      sentence: {
        subject: 'insight_new_users',
        leastPreceding: 5,
        isWhollyKnown,
        intervalAt: ({ period, points, repeats }, index) =>
          repeats ? null : within(period, points[index]),
      },
    },
    {
      name: 'veteran-users',
      label: 'ui_kpi_veteran_users',
      title: 'chart_veteran_users',
      tone: 'green',
      perBucket: () => true,
      compute: veteranUsers,
      write: headlineCount,
      sentence: {
        subject: 'insight_veteran_users',
        leastPreceding: 5,
        isWhollyKnown,
        intervalAt: () => null,
      },
    },
  ],
  chart(data, options) {
    const { period, points, preceding } = drawn(data);
    return assemble(points, period, options, counts(options.locale), [
      {
        tone: 'green',
        name: options.say('chart_veteran_users'),
        values: points.map((point) => point.veteranUsers),
      },
      {
        tone: 'amber',
        name: options.say('chart_new_users'),
        values: points.map((point) => point.newUsers),
      },
      ...precedingSeries(
        preceding?.points.map(everybody),
        points.length,
        options,
        // Average days of months are alike, however many days they are of.
        data.byMonth ? undefined : isLikeIn({ period, points, preceding }),
      ),
    ]);
  },
  legend: [
    { tone: 'amber', name: 'ui_legend_new' },
    { tone: 'green', name: 'ui_legend_veteran' },
  ],
  drawsPreceding: ({ preceding }) => Boolean(preceding?.points.length),
  summary(data, whose, say, locale) {
    const [fresh, veteran] = [newUsers(data), veteranUsers(data)];
    const counted = (value: number | null) => spokenCount(value, say, locale);
    const compared = fresh.compared ?? veteran.compared;
    const top = peakIn(veteran);
    const bucket = top && within(data.period, data.points[top.index]);
    return sentences(
      say(
        data.repeats ? 'chart_summary_cohorts_repeat' : 'chart_summary_cohorts',
        groupName(whose),
        dayRange(data.period, say, locale),
        counted(fresh.value),
        counted(veteran.value),
      ),
      compared === null || (fresh.change === null && veteran.change === null)
        ? say('chart_summary_no_comparison')
        : say(
            'chart_summary_change_cohorts',
            spokenChange(fresh.change, say, locale),
            spokenChange(veteran.change, say, locale),
            comparedText(compared, say, locale),
          ),
      top && bucket
        ? say('chart_summary_peak_veterans', counted(top.value), bucketTitle(bucket, locale))
        : '',
    );
  },
  table: {
    columns: [
      { figure: 'new-users', label: 'chart_new_users', unit: 'users' },
      { figure: 'veteran-users', label: 'chart_veteran_users', unit: 'users' },
    ],
    intervals: ({ points }) => points.map(intervalOf),
    intervalsBefore: ({ preceding }) => preceding?.points.map(intervalOf) ?? null,
    write: exactCount,
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  notes: ({ incomplete, repeats, byMonth }, say) => [
    ...(byMonth ? [say('ui_note_average_day')] : []),
    ...(incomplete ? [say('ui_note_incomplete')] : []),
    ...(repeats ? [say('ui_note_new_repeat')] : []),
  ],
};
