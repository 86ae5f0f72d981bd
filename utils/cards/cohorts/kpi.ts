import { average, type Kpi, kpi, memoized, peakOf, sumKnown } from '@/utils/figures/kpi';
import type { CohortData } from './data';

/** People who registered in the period: they add up. */
export const newUsers = memoized(({ points, preceding }: CohortData): Kpi => {
  const trend = points.map((point) => point.newUsers);
  return kpi(sumKnown(trend), preceding?.newUsers ?? null, trend);
});

/** The average per bucket and the peak: the same person returns, so veterans never add up. */
export const veteranUsers = memoized(({ points, preceding }: CohortData): Kpi => {
  const trend = points.map((point) => point.veteranUsers);
  const figure = kpi(average(trend), preceding?.veteranAverage ?? null, trend);
  const peak = peakOf(points, (point) => point.veteranUsers);
  return peak ? { ...figure, peak } : figure;
});
