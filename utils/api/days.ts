import type { Period } from '@/utils/figures/period';
import { DAY_MS, utcDay } from '@/utils/figures/range';
import type { DaysQuery } from './client';

/** The whole UTC days that a period touches, counted by the day unless it counts by the week. */
export function wholeDays({ startMs, endMs, aggregation, cut }: Period): Period {
  return {
    startMs: Math.floor(startMs / DAY_MS) * DAY_MS,
    endMs: Math.ceil(endMs / DAY_MS) * DAY_MS,
    aggregation: aggregation === 'weekly' ? 'weekly' : 'daily',
    ...(cut === 'month' && { cut }),
  };
}

/** True where a period is of whole UTC days already. */
export const isWholeDays = ({ startMs, endMs }: Period): boolean =>
  startMs % DAY_MS === 0 && endMs % DAY_MS === 0;

/**
 * The days to ask the second generation for: both are counted in, as its own example shows (January's
 * 1st to 31st are 31 `period_days`).
 */
export function daysQuery({ startMs, endMs }: Period, mentorId: string | null): DaysQuery {
  return { startDate: utcDay(startMs), endDate: utcDay(endMs - 1), mentorId };
}

/** How many days a period of whole days has. */
export const dayCount = ({ startMs, endMs }: Period): number =>
  Math.round((endMs - startMs) / DAY_MS);
