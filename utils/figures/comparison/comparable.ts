import type { Interval, Period } from '../time/period';
import { placeBefore, precedingPeriod } from '../time/preceding-period';
import { DAY_MS } from '../time/range';

const MINUTE_MS = 60_000;

/** The time of a period that has gone by, and the same time of the range before. */
export interface Comparable {
  now: Interval;
  before: Interval;
}

/**
 * Returns the time of a period that has gone by at `nowMs`, to the minute, with as much of the range
 * before; null while there is nothing to compare yet, as on the first day of a month.
 */
export const comparableMinutes = (period: Period, nowMs: number): Comparable | null =>
  upTo(period, nowMs, Math.round(nowMs / MINUTE_MS) * MINUTE_MS);

/**
 * Returns the days of a period that have ended at `nowMs`, with as many at the same places of the range
 * before; null while there are none.
 */
export const finishedDays = (period: Period, nowMs: number): Comparable | null =>
  upTo(period, nowMs, Math.floor(nowMs / DAY_MS) * DAY_MS);

function upTo(period: Period, nowMs: number, goneMs: number): Comparable | null {
  const { startMs, endMs, cut } = period;
  if (cut === 'all') return null;
  const before = precedingPeriod(period);
  if (endMs <= nowMs) return { now: bounds(period), before: bounds(before) };
  const untilMs = Math.min(goneMs, endMs);
  if (untilMs - startMs < (cut === 'month' ? DAY_MS : MINUTE_MS)) return null;
  const beforeEndMs = Math.min(placeBefore(untilMs, period), before.endMs);
  return {
    now: { startMs, endMs: untilMs },
    before: { startMs: before.startMs, endMs: beforeEndMs },
  };
}

const bounds = ({ startMs, endMs }: Interval): Interval => ({ startMs, endMs });
