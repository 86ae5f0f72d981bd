import { type Period, periodOf } from './time/period';
import { DAY_MS, HOUR_MS, type Range } from './time/range';
import { sinceFirst } from './time/since-first';

/** Returns the time span of a range at `nowMs`; all time of the sample is three years. */
export const samplePeriod = (range: Range, nowMs: number): Period =>
  sinceFirst(periodOf(range, nowMs), [nowMs - 3 * 365 * DAY_MS]);

/**
 * Returns plausible sample activity for each hour of a time span up to now: the rhythm of a working
 * week and some growth, always the same for the same hour. `series` distinguishes one figure from
 * another.
 */
export function sampleActivity(
  startMs: number,
  lengthMs: number,
  nowMs: number,
  perHour: number,
  series: number,
): number {
  let total = 0;
  for (let ms = startMs; ms < startMs + lengthMs && ms <= nowMs; ms += HOUR_MS) {
    total += perHour * rhythm(ms) * growth(ms) * (0.5 + noise(ms / HOUR_MS, series));
  }
  return total;
}

/** The activity of each weekday, beginning with Sunday. */
const WEEKDAYS = [0.25, 1.15, 1.3, 1.2, 1.05, 0.8, 0.35];

/**
 * Returns the activity of an hour: high on weekdays from eight to six, low at night and on Sundays.
 */
function rhythm(ms: number): number {
  // Computed without date objects, as ten years need up to 700,000 of these results; 1970 began on
  // a Thursday.
  const day = WEEKDAYS[(Math.floor(ms / DAY_MS) + 4) % 7] ?? 1;
  const hour = Math.floor(ms / HOUR_MS) % 24;
  return day * (hour >= 8 && hour < 18 ? 1.9 : 0.35);
}

const GROWS_FROM_MS = Date.UTC(2025, 0, 1);

/** Slow, steady growth, so that a range differs from the preceding one. */
const growth = (ms: number) => Math.max(0.2, 1 + (ms - GROWS_FROM_MS) / (HOUR_MS * 24 * 400));

/** Returns a number in [0, 1) that depends only on its arguments (a small integer hash). */
function noise(hour: number, series: number): number {
  let h = Math.imul(Math.floor(hour) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(series, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h, 0x27d4eb2f);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}
