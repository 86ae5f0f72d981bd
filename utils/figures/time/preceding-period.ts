import { monthIndex, shiftMonths } from './months';
import { drawnEndMs, type Interval, lengthOf, type Period } from './period';

/** Returns how many calendar months (UTC) a period touches. */
export const monthsIn = ({ startMs, endMs }: Interval): number =>
  monthIndex(endMs - 1) - monthIndex(startMs) + 1;

/**
 * Returns the time span to compare a period with: the one of the same length just before. Calendar
 * months are compared with as many months before: the month so far with the same number of days of
 * the preceding month, and a whole month with the whole preceding month, even if its length differs.
 * Before all time there is no time.
 */
export const precedingPeriod = (period: Period): Period => ({
  ...period,
  startMs: placeBefore(period.startMs, period),
  endMs: placeBefore(period.endMs, period),
});

/** Returns the instant at the same place of the preceding period (epoch ms). */
export function placeBefore(ms: number, period: Period): number {
  if (period.cut === 'all') return period.startMs;
  return period.cut === 'month' ? shiftMonths(ms, -monthsIn(period)) : ms - lengthOf(period);
}

/**
 * Moves the time spans of a period to the same places in the preceding period and cuts them at its
 * end, as a shorter month lacks the last days.
 */
export function intervalsBefore(intervals: Interval[], period: Period): Interval[] {
  // The running hour after a range of hours also has its counterpart after the preceding range.
  const lastMs = drawnEndMs(precedingPeriod(period));
  return intervals
    .map(({ startMs, endMs }) => ({
      startMs: placeBefore(startMs, period),
      endMs: Math.min(placeBefore(endMs, period), lastMs),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}
