import { bucketEnd, bucketMs } from './buckets';
import type { Interval, Period } from './period';

/** A value of one bucket; null where it is unknown. */
export interface Measured {
  startMs: number;
  value: number | null;
}

/** The part of a bucket within its period; `whole` where that is the full bucket. */
export interface Finished extends Interval {
  value: number | null;
  whole: boolean;
}

/**
 * Returns the buckets of a period that had ended by `asOfMs` (epoch ms), cut at the period's ends.
 */
export function finishedOf(points: Measured[], period: Period, asOfMs: number): Finished[] {
  const { aggregation } = period;
  const finished: Finished[] = [];
  // A loop, as a series may have a hundred thousand points.
  for (const { startMs, value } of points) {
    const from = Math.max(startMs, period.startMs);
    const to = Math.min(bucketEnd(startMs, period), period.endMs);
    if (from < to && to <= asOfMs) {
      finished.push({
        startMs: from,
        endMs: to,
        value,
        whole: to - from === bucketMs(from, aggregation),
      });
    }
  }
  return finished;
}

/** Returns the mean of the known values of finished whole buckets; null where there is none. */
export function finishedAverage(points: Measured[], period: Period, asOfMs: number): number | null {
  const whole = finishedOf(points, period, asOfMs).filter((bucket) => bucket.whole);
  return mean(whole);
}

/** Returns the mean of the known values; null where there is none. */
export function mean(buckets: { value: number | null }[]): number | null {
  let sum = 0;
  let count = 0;
  for (const { value } of buckets) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
