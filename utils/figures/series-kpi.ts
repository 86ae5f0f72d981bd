import { compareBuckets } from './comparison/comparison';
import { average, type Kpi, kpi, sumKnown } from './kpi';
import { bucketEnd } from './time/buckets';
import { finishedAverage, type Measured } from './time/finished';
import type { Period } from './time/period';

/** A series and that of the preceding range, as known at an instant (epoch ms). */
export interface KpiSeries {
  points: Measured[];
  /** Null where it is unknown. */
  before: Measured[] | null;
  period: Period;
  asOfMs: number;
}

/**
 * Returns the figure for a series that adds up, including the open bucket; its change covers only
 * finished time.
 */
export const sumKpi = (series: KpiSeries): Kpi => figure(series, 'sum', sumKnown(counted(series)));

/** Returns the mean of the finished whole buckets; while none has ended, the mean of all values. */
export const averageKpi = (series: KpiSeries): Kpi => {
  const { points, period, asOfMs } = series;
  const value = finishedAverage(points, period, asOfMs) ?? average(counted(series));
  return figure(series, 'average', value);
};

function figure(series: KpiSeries, kind: 'sum' | 'average', value: number | null): Kpi {
  const { points, before, period, asOfMs } = series;
  const compared = before && compareBuckets(points, before, { period, asOfMs, kind });
  const trend = points.map((point) => point.value);
  return kpi(value, compared, trend, endedCount(points, period, asOfMs));
}

/** The running hour after a range of hours is drawn but not counted. */
function counted({ points, period }: KpiSeries): (number | null)[] {
  const values: (number | null)[] = [];
  for (const { startMs, value } of points) if (startMs < period.endMs) values.push(value);
  return values;
}

/** Returns how many buckets of a series had ended at an instant (epoch ms). */
export function endedCount(
  points: { startMs: number; endMs?: number }[],
  period: Period,
  asOfMs: number,
): number {
  let count = 0;
  for (const { startMs, endMs = bucketEnd(startMs, period) } of points) {
    if (startMs < period.endMs && Math.min(endMs, period.endMs) <= asOfMs) count += 1;
  }
  return count;
}
