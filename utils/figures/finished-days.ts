import { type Period, precedingPeriod, type Stretch } from './period';
import { DAY_MS } from './range';

/**
 * Returns the days of a period that have ended at `nowMs`, with as many at the same places of the range
 * before; null while there are none, as on the first day of a month.
 */
export function finishedDays(
  period: Period,
  nowMs: number,
): { now: Stretch; before: Stretch } | null {
  const { startMs, endMs } = period;
  const before = precedingPeriod(period);
  if (endMs <= nowMs) {
    return { now: { startMs, endMs }, before: { startMs: before.startMs, endMs: before.endMs } };
  }
  const lengthMs = Math.min(Math.floor(nowMs / DAY_MS) * DAY_MS, endMs) - startMs;
  if (lengthMs <= 0) return null;
  const beforeEndMs = Math.min(before.startMs + lengthMs, before.endMs);
  return {
    now: { startMs, endMs: startMs + lengthMs },
    before: { startMs: before.startMs, endMs: beforeEndMs },
  };
}
