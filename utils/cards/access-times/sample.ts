import { sampleActivity, samplePeriod } from '@/utils/figures/sample';
import { DAY_MS, HOUR_MS, type Range } from '@/utils/figures/time/range';
import { mentorShare } from '../mentor-share';
import { type AccessTimesData, HOURS } from './data';

const SUNDAY_MS = 3 * DAY_MS;

/** Invented messages by the hour of the week, of any range. */
export function sampleAccessTimes(range: Range, mentor: boolean, nowMs: number): AccessTimesData {
  const period = samplePeriod(range, nowMs);
  const hours = new Array<number>(HOURS).fill(0);
  // The number of weeks is limited, so that long ranges take no longer.
  const fromMs = Math.max(period.startMs, period.endMs - 365 * DAY_MS);
  for (let ms = fromMs; ms < period.endMs && ms <= nowMs; ms += HOUR_MS) {
    const index = Math.floor((ms - SUNDAY_MS) / HOUR_MS) % HOURS;
    hours[index] =
      (hours[index] ?? 0) +
      Math.round(sampleActivity(ms, HOUR_MS, nowMs, 9 * mentorShare(mentor), 5));
  }
  return { period, asOfMs: nowMs, hours, isWhole: true };
}
