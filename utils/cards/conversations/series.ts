import { bucketsOf } from '@/utils/figures/time/buckets';
import type { Interval, Period } from '@/utils/figures/time/period';
import { isNothing, type TalkPoint } from './data';

/** A count within an hour or a day. */
export interface Row {
  startMs: number;
  count: number | null;
}

/** Counts add up, so weeks and months are sums of days, and one call covers two periods. */
export const finest = ({ aggregation }: Period): 'hourly' | 'daily' =>
  aggregation === 'hourly' ? 'hourly' : 'daily';

/**
 * Both series in the buckets of a period; null for one that could not be had, nothing where both are known
 * to be zero.
 * Sessions are known only within `asked`, where that is less than the period.
 */
export function pointsOf(
  period: Period,
  nowMs: number,
  talks: Row[] | null,
  sessions: Row[] | null,
  asked: Interval = period,
): TalkPoint[] {
  const points = bucketsOf(period, nowMs).map((bucket) => {
    const startMs = Math.max(bucket.startMs, period.startMs);
    const endMs = Math.min(bucket.endMs, period.endMs);
    return {
      startMs: bucket.startMs,
      conversations: talks && sumOf(talks, startMs, endMs),
      sessions: sessions && endMs <= asked.endMs ? sumOf(sessions, startMs, endMs) : null,
    };
  });
  return points.every(isNothing) ? [] : points;
}

/** A bucket without a row is zero, one with a row without a number is unknown. */
function sumOf(rows: Row[], fromMs: number, toMs: number): number | null {
  const within = rows.filter(({ startMs }) => startMs >= fromMs && startMs < toMs);
  return within.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  );
}
