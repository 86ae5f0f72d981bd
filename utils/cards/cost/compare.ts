import { type Compared, compareTotals } from '@/utils/figures/comparison';
import { type Period, precedingPeriod, type Stretch } from '@/utils/figures/period';
import { DAY_MS } from '@/utils/figures/range';

const MINUTE_MS = 60_000;

/**
 * The time of a period that has gone by at `nowMs`, to the minute or to the last whole day, and as much
 * of the range before; null while there is nothing to compare yet, as on the first day of a month.
 */
export function comparableStretches(
  period: Period,
  nowMs: number,
  toTheDay = false,
): { now: Stretch; before: Stretch } | null {
  const { startMs, endMs, cut } = period;
  const before = precedingPeriod(period);
  if (endMs <= nowMs) return { now: { startMs, endMs }, before: bounds(before) };
  const goneMs = toTheDay ? Math.floor(nowMs / DAY_MS) * DAY_MS : nearest(nowMs, MINUTE_MS);
  const lengthMs = Math.min(goneMs, endMs) - startMs;
  if (lengthMs < (cut === 'month' ? DAY_MS : MINUTE_MS)) return null;
  const beforeEndMs = Math.min(before.startMs + lengthMs, before.endMs);
  return {
    now: { startMs, endMs: startMs + lengthMs },
    before: { startMs: before.startMs, endMs: beforeEndMs },
  };
}

/** The comparison of two such costs. */
export const compareCosts = (
  { now, before }: { now: Stretch; before: Stretch },
  total: number,
  totalBefore: number,
): Compared | null => compareTotals({ ...now, total }, { ...before, total: totalBefore });

const bounds = ({ startMs, endMs }: Stretch): Stretch => ({ startMs, endMs });
const nearest = (ms: number, unitMs: number) => Math.round(ms / unitMs) * unitMs;
