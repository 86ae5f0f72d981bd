import type { Say } from '@/utils/failure';
import { counted } from '../text/counted';
import { monthName } from '../text/format';
import { monthOf } from '../time/months';
import type { Period } from '../time/period';
import { monthsIn, precedingPeriod } from '../time/preceding-period';
import { DAY_MS, HOUR_MS } from '../time/range';
import type { Compared } from './comparison';

/**
 * Returns what a change is compared with, in words: "the 30 days before", "the same part of the 7
 * days before" while the range is not over, "September", "the same days of October".
 */
export function againstWhat(
  { now, before, byDay }: Compared,
  period: Period,
  say: Say,
  locale: string,
): string {
  const isAll = now.startMs <= period.startMs && now.endMs >= period.endMs;
  const months = monthsIn(period);
  if (period.cut === 'month' && months > 1) {
    return say(isAll ? 'insight_months' : 'insight_months_part', months);
  }
  if (period.cut === 'month') {
    const name = monthName(before.startMs, locale);
    if (byDay) return say('insight_month_by_day', name);
    const { startMs, endMs } = monthOf(before.startMs);
    const isWhole = before.startMs === startMs && before.endMs === endMs;
    return say(isWhole ? 'insight_month' : 'insight_month_same_days', name);
  }
  const whole = precedingPeriod(period);
  return lengthOf(whole, isAll, say, locale);
}

/** Returns the length in hours where the range begins within a day, otherwise in days. */
function lengthOf(
  { startMs, endMs, cut }: Period,
  isAll: boolean,
  say: Say,
  locale: string,
): string {
  const isHours = cut === 'hours' || startMs % DAY_MS !== 0;
  const count = Math.round((endMs - startMs) / (isHours ? HOUR_MS : DAY_MS));
  if (isHours) return counted('insight_hours', count, say, locale);
  return counted(isAll ? 'insight_days' : 'insight_part', count, say, locale);
}
