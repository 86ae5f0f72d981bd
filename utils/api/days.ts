import type { Period } from '@/utils/figures/time/period';
import { DAY_MS, utcDay } from '@/utils/figures/time/range';
import type { DaysQuery } from './queries';

/** Returns the whole UTC days that a period touches, in daily buckets instead of hourly ones. */
export function wholeDays({ startMs, endMs, aggregation, cut }: Period): Period {
  return {
    startMs: Math.floor(startMs / DAY_MS) * DAY_MS,
    endMs: Math.ceil(endMs / DAY_MS) * DAY_MS,
    aggregation: aggregation === 'hourly' ? 'daily' : aggregation,
    ...(cut && cut !== 'hours' && { cut }),
  };
}

/** True where a period consists of whole UTC days. */
export const isWholeDays = ({ startMs, endMs }: Period): boolean =>
  startMs % DAY_MS === 0 && endMs % DAY_MS === 0;

/**
 * Returns the days to request from the second generation. Both the first and the last day are
 * included, as its own example shows (January 1 to 31 gives 31 `period_days`).
 */
export function daysQuery({ startMs, endMs, cut }: Period, mentorId: string | null): DaysQuery {
  const days = { startDate: utcDay(startMs), endDate: utcDay(endMs - 1), mentorId };
  return cut === 'all' ? { ...days, allTime: true } : days;
}
