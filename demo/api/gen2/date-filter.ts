import { DAY_MS, FIRST_DAY } from '../../data/people';
import type { Granularity } from '../periods';
import type { Reader } from '../reader';

/** Whole UTC days. */
export interface Days {
  startMs: number;
  /** The day after the last, as the second generation counts `end_date` in: see `period_days`. */
  endMs: number;
  dateFilter: 'today' | '7d' | '30d' | '90d' | 'all_time' | 'custom';
}

const NAMED_DAYS = { today: 1, '7d': 7, '30d': 30, '90d': 90 };

/** `date_filter`, and for `custom` its `start_date` and `end_date`. Today alone unless told. */
export function daysAsked(read: Reader, nowMs: number): Days {
  const filters = ['today', '7d', '30d', '90d', 'all_time', 'custom'] as const;
  const dateFilter = read.choice('date_filter', filters, 'today');
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const endMs = today + DAY_MS;
  if (dateFilter === 'all_time') return { startMs: FIRST_DAY * DAY_MS, endMs, dateFilter };
  if (dateFilter !== 'custom') {
    return { startMs: endMs - NAMED_DAYS[dateFilter] * DAY_MS, endMs, dateFilter };
  }
  const [startMs, lastMs] = [read.day('start_date'), read.day('end_date')];
  if (startMs > lastMs) read.refuse('start_date', 'start_date must be before end_date');
  return { startMs, endMs: lastMs + DAY_MS, dateFilter };
}

/** How the second generation names the width of a period. */
export const AGGREGATION: Record<'hour' | 'day' | 'week' | 'month', Granularity> = {
  hour: 'hourly',
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
};

/** A day as the API writes it. */
export function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
