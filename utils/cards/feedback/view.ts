import { assemble } from '@/utils/figures/chart/assemble';
import { isLikeIn, precedingSeries } from '@/utils/figures/chart/preceding';
import { changeSentence, peakIn, sentences, spokenCount } from '@/utils/figures/chart/spoken';
import { counts } from '@/utils/figures/chart/writing';
import { type Kpi, memoized } from '@/utils/figures/kpi';
import type { CountPoint } from '@/utils/figures/series';
import { sumKpi } from '@/utils/figures/series-kpi';
import { bucketTitle, dayRange, exactCount, headlineCount } from '@/utils/figures/text/format';
import { within } from '@/utils/figures/time/buckets';
import type { CardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { FeedbackData } from './data';

/** Entries add up. */
const entries = memoized(({ points, preceding, period, asOfMs }: FeedbackData): Kpi => {
  const measured = (all: CountPoint[]) =>
    all.map(({ startMs, count: value }) => ({ startMs, value }));
  const before = preceding && measured(preceding.points);
  return sumKpi({ points: measured(points), before, period, asOfMs });
});

const isKnown = ({ count }: CountPoint) => count !== null;

const intervalOf = ({ startMs, count }: CountPoint) => ({ startMs, cells: [count] });

export const feedbackView: CardView<FeedbackData> = {
  title: 'chart_title_feedback',
  kpis: [
    {
      name: 'feedback',
      label: 'ui_kpi_feedback',
      title: 'chart_feedback',
      tone: 'blue',
      compute: entries,
      write: headlineCount,
      sentence: {
        subject: 'insight_feedback',
        leastPreceding: 5,
        isWhollyKnown: ({ incomplete, points, preceding }) =>
          !incomplete && points.every(isKnown) && (preceding?.points.every(isKnown) ?? true),
        intervalAt: ({ period, points }, index) => within(period, points[index]),
      },
    },
  ],
  chart: ({ period, points, preceding }, options) =>
    assemble(points, period, options, counts(options.locale), [
      {
        tone: 'blue',
        name: options.say('chart_feedback'),
        values: points.map((point) => point.count),
      },
      ...precedingSeries(
        preceding?.points.map((point) => point.count),
        points.length,
        options,
        isLikeIn({ period, points, preceding }),
      ),
    ]),
  legend: [],
  drawsPreceding: ({ preceding }) => Boolean(preceding?.points.length),
  summary(data, whose, say, locale) {
    const figure = entries(data);
    const counted = (value: number | null) => spokenCount(value, say, locale);
    const top = peakIn(figure);
    const bucket = top && within(data.period, data.points[top.index]);
    return sentences(
      say(
        'chart_summary_feedback',
        groupName(whose),
        dayRange(data.period, say, locale),
        counted(figure.value),
      ),
      changeSentence(figure, say, locale),
      top && bucket
        ? say('chart_summary_peak', counted(top.value), bucketTitle(bucket, locale))
        : '',
    );
  },
  table: {
    columns: [{ figure: 'feedback', label: 'chart_feedback', unit: 'entries' }],
    intervals: ({ points }) => points.map(intervalOf),
    intervalsBefore: ({ preceding }) => preceding?.points.map(intervalOf) ?? null,
    write: exactCount,
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  notes: ({ incomplete }, say) => (incomplete ? [say('ui_note_incomplete')] : []),
};
