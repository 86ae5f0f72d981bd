import { assemble } from '@/utils/figures/chart/assemble';
import { averages } from '@/utils/figures/chart/writing';
import { dayRange, rating } from '@/utils/figures/format';
import { numberFormat } from '@/utils/figures/intl';
import { average, type Kpi, kpi } from '@/utils/figures/kpi';
import type { CardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { RatingsData } from './data';

/** The average of what is drawn: nobody says how many rated, so every stretch counts the same. */
function averageRating({ points, precedingAverage }: RatingsData): Kpi {
  const trend = points.map((point) => point.rating);
  return kpi(points.length === 0 ? null : average(trend), precedingAverage, trend);
}

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
    return say('chart_summary_ratings', groupName(whose), dayRange(data.period, locale), text);
  },
  table: {
    columns: [{ figure: 'average-rating', label: 'chart_average_rating', unit: 'rating 1-5' }],
    stretches: ({ points }) => points.map(({ startMs, rating }) => ({ startMs, cells: [rating] })),
    write: (value, locale) => exact(locale).format(value),
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  notes: (_data, say) => [say('ui_note_ratings')],
};
