import { DAY_MS, HOUR_MS } from './range';

/**
 * Believable activity of a stretch, hour by hour, up to now: a working week's rhythm and some growth, the
 * same for the same hour whoever asks. `series` tells one figure from another.
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

/** How busy each day is, from Sunday on. */
const WEEKDAYS = [0.25, 1.15, 1.3, 1.2, 1.05, 0.8, 0.35];

/** Busy on weekdays from eight to six, quiet at night and on Sundays. */
function rhythm(ms: number): number {
  // By arithmetic, as ten years are 700,000 hours to look at; 1970 began on a Thursday.
  const day = WEEKDAYS[(Math.floor(ms / DAY_MS) + 4) % 7] ?? 1;
  const hour = Math.floor(ms / HOUR_MS) % 24;
  return day * (hour >= 8 && hour < 18 ? 1.9 : 0.35);
}

const GROWS_FROM_MS = Date.UTC(2025, 0, 1);

/** Slow, steady growth, so that a range has something to say against the one before. */
const growth = (ms: number) => Math.max(0.2, 1 + (ms - GROWS_FROM_MS) / (HOUR_MS * 24 * 400));

/** A number in [0, 1) that depends on its arguments alone (a small integer hash). */
function noise(hour: number, series: number): number {
  let h = Math.imul(Math.floor(hour) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(series, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h, 0x27d4eb2f);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}
