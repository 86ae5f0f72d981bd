import { assemble } from '@/utils/figures/chart/assemble';
import { averages } from '@/utils/figures/chart/writing';
import { type Kpi, kpi } from '@/utils/figures/kpi';
import { endedCount } from '@/utils/figures/series-kpi';
import { counted as countedText } from '@/utils/figures/text/counted';
import { dayRange, exactCount, rating } from '@/utils/figures/text/format';
import { numberFormat } from '@/utils/figures/text/intl';
import type { CardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { RatingsData } from './data';

/** The average of the days that have ended; where nobody says how many rated, every day counts the same. */
const averageRating = ({ points, average, compared, period, asOfMs }: RatingsData): Kpi =>
  kpi(
    average,
    compared,
    points.map((point) => point.rating),
    endedCount(points, period, asOfMs),
  );

const LEAST_RATED = 20;

const exact = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 6 });

export const ratingsView: CardView<RatingsData> = {
  title: 'chart_average_rating',
  kpis: [
    {
      name: 'average-rating',
      label: 'ui_kpi_average_rating',
      title: 'chart_average_rating',
      tone: 'blue',
      compute: averageRating,
      write: rating,
      sentence: {
        subject: 'chart_average_rating',
        leastPreceding: 1,
        // A few ratings make an average that changes for little.
        isWhollyKnown: ({ counted }) => counted !== undefined && counted.rated >= LEAST_RATED,
        intervalAt: () => null,
      },
    },
  ],
  chart: ({ period, points }, options) =>
    assemble(points, period, options, averages(options.locale), [
      {
        tone: 'blue',
        name: options.say('chart_average_rating'),
        values: points.map((point) => point.rating),
      },
    ]),
  legend: [],
  drawsPreceding: () => false,
  summary(data, whose, say, locale) {
    const { value } = averageRating(data);
    const text = value === null ? say('chart_unknown') : rating(value, locale);
    return say('chart_summary_ratings', groupName(whose), dayRange(data.period, say, locale), text);
  },
  table: {
    columns: [
      { figure: 'average-rating', label: 'chart_average_rating', unit: 'rating 1-5' },
      { figure: 'rated', label: 'chart_rated', unit: 'ratings' },
    ],
    intervals: ({ points }) =>
      points.map(({ startMs, rating, rated = null }) => ({ startMs, cells: [rating, rated] })),
    write: (value, locale, column) =>
      column === 0 ? exact(locale).format(value) : exactCount(value, locale),
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  instead: 'ui_note_ratings',
  notes: ({ counted }, say, locale) => [
    counted
      ? countedText('ui_note_ratings_counted', counted.rated, say, locale)
      : say('ui_note_ratings_by_day'),
  ],
};
