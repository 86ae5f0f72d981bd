import { type Kpi, memoized, peakOf } from '@/utils/figures/kpi';
import type { CohortPoint } from '@/utils/figures/series';
import { averageKpi, type KpiSeries, sumKpi } from '@/utils/figures/series-kpi';
import type { CohortData } from './data';

const seriesOf = (
  { points, preceding, period, asOfMs }: CohortData,
  valueIn: (point: CohortPoint) => number | null,
): KpiSeries => {
  const measured = (all: CohortPoint[]) =>
    all.map((point) => ({ startMs: point.startMs, value: valueIn(point) }));
  return {
    points: measured(points),
    before: preceding && measured(preceding.points),
    period,
    asOfMs,
  };
};

/** The average per bucket and the peak. */
function averageWithPeak(data: CohortData, valueIn: (point: CohortPoint) => number | null): Kpi {
  const figure = averageKpi(seriesOf(data, valueIn));
  const peak = peakOf(data.points, valueIn);
  return peak ? { ...figure, peak } : figure;
}

/** People who registered in the period: they add up, unless they were found to count in each bucket anew. */
export const newUsers = memoized((data: CohortData): Kpi => {
  const valueIn = (point: CohortPoint) => point.newUsers;
  return data.repeats ? averageWithPeak(data, valueIn) : sumKpi(seriesOf(data, valueIn));
});

/** Veterans never add up, because the same person can return in several buckets. */
export const veteranUsers = memoized(
  (data: CohortData): Kpi => averageWithPeak(data, (point) => point.veteranUsers),
);
