import { bucketMs } from './buckets';
import type { Period, Stretch } from './period';

/** A value of one bucket; null where it is unknown. */
export interface Measured {
  startMs: number;
  value: number | null;
}

/** The part of a bucket within its period; `whole` where that is the full bucket. */
export interface Finished extends Stretch {
  value: number | null;
  whole: boolean;
}

/**
 * Returns the buckets of a period that had ended by `asOfMs` (epoch ms), cut at the period's ends.
 */
export function finishedOf(points: Measured[], period: Period, asOfMs: number): Finished[] {
  const sizeMs = bucketMs(period.aggregation);
  return points.flatMap(({ startMs, value }) => {
    const from = Math.max(startMs, period.startMs);
    const to = Math.min(startMs + sizeMs, period.endMs);
    const whole = to - from === sizeMs;
    return from < to && to <= asOfMs ? [{ startMs: from, endMs: to, value, whole }] : [];
  });
}

/** Returns the mean of the known values of finished whole buckets; null where there is none. */
export function finishedAverage(points: Measured[], period: Period, asOfMs: number): number | null {
  const whole = finishedOf(points, period, asOfMs).filter((bucket) => bucket.whole);
  return mean(whole);
}

/** Returns the mean of the known values; null where there is none. */
export function mean(buckets: { value: number | null }[]): number | null {
  const known = buckets.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
