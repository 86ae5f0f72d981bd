import * as z from 'zod/mini';
import { monthIndex, monthStart } from './months';
import {
  AGGREGATIONS,
  type Aggregation,
  DAY_MS,
  dayStartMs,
  HOUR_MS,
  type Range,
  SINCE_EVER_MS,
  type UtcDay,
  utcDay,
} from './range';

export const periodSchema = z.object({
  startMs: z.number(),
  endMs: z.number(),
  aggregation: z.enum(AGGREGATIONS),
  /**
   * The unit of the range where that is not days: `month` is compared with the preceding calendar
   * months; `hours` has ended, and the running hour is shown beside it; `all` is all time, before
   * which there is nothing.
   */
  cut: z.optional(z.enum(['month', 'hours', 'all'])),
});

/** An interval, [startMs, endMs) in epoch ms, and the buckets it is counted in. */
export type Period = z.infer<typeof periodSchema>;

/** An interval alone, [startMs, endMs) in epoch ms. */
export interface Interval {
  startMs: number;
  endMs: number;
}

/**
 * Returns the time span of a range at `nowMs`. No span goes beyond today, as it would then be
 * compared with one that has its full length.
 */
export function periodOf(range: Range, nowMs: number): Period {
  const [startMs, endMs] = boundsOf(range, nowMs);
  // The API counts whole days and weeks, and 24 hours cover only parts of them.
  const isFixed = range.kind === '24h' || range.kind === 'all';
  const asked = isFixed ? undefined : range.aggregation;
  const aggregation = asked ?? aggregationOf(range, endMs - startMs);
  const cut = cutOf(range, startMs, aggregation);
  return { startMs, endMs, aggregation, ...(cut && { cut }) };
}

function cutOf({ kind }: Range, startMs: number, aggregation: Aggregation): Period['cut'] {
  if (kind === '24h') return 'hours';
  if (kind === 'all') return 'all';
  const isByMonth = aggregation === 'monthly' && startMs === monthStart(monthIndex(startMs));
  return isByMonth || CALENDAR.some((month) => month === kind) ? 'month' : undefined;
}

/** The ranges of calendar months. */
const CALENDAR: Range['kind'][] = ['this-month', 'last-month', '12m'];

function boundsOf(range: Range, nowMs: number): [number, number] {
  const tomorrow = floor(nowMs, DAY_MS) + DAY_MS;
  const month = monthIndex(nowMs);
  switch (range.kind) {
    case 'today':
      return [floor(nowMs, DAY_MS), tomorrow];
    case '24h': {
      const endMs = floor(nowMs, HOUR_MS);
      return [endMs - DAY_MS, endMs];
    }
    case '7d':
      return [tomorrow - 7 * DAY_MS, tomorrow];
    case '30d':
      return [tomorrow - 30 * DAY_MS, tomorrow];
    case '90d':
      return [tomorrow - 90 * DAY_MS, tomorrow];
    case 'this-month':
      return [monthStart(month), tomorrow];
    case '12m':
      return [monthStart(month - 11), tomorrow];
    case 'all':
      return [SINCE_EVER_MS, tomorrow];
    case 'last-month':
      return [monthStart(month - 1), monthStart(month)];
    case 'custom': {
      // The schema and the form refuse invalid days.
      const startMs = dayStartMs(range.from) ?? tomorrow - DAY_MS;
      const lastMs = dayStartMs(range.to) ?? startMs;
      return [startMs, Math.max(startMs + DAY_MS, Math.min(lastMs + DAY_MS, tomorrow))];
    }
  }
}

function aggregationOf(range: Range, lengthMs: number): Aggregation {
  if (range.kind === '24h') return 'hourly';
  if (range.kind === '7d' || range.kind === '30d') return 'daily';
  if (range.kind === '12m' || range.kind === 'all') return 'monthly';
  if (lengthMs <= 2 * DAY_MS) return 'hourly';
  return lengthMs <= 60 * DAY_MS ? 'daily' : 'weekly';
}

const floor = (ms: number, unitMs: number) => Math.floor(ms / unitMs) * unitMs;

/** Returns the length of an interval, in ms. */
export const lengthOf = ({ startMs, endMs }: Interval): number => endMs - startMs;

/** Whether two intervals begin and end at the same instants. */
export const isSameInterval = (one: Interval, other: Interval): boolean =>
  one.startMs === other.startMs && one.endMs === other.endMs;

/** Whether two periods are the same time span with the same buckets. */
export const isSamePeriod = (one: Period, other: Period): boolean =>
  isSameInterval(one, other) && one.aggregation === other.aggregation && one.cut === other.cut;

/**
 * Returns where the drawing of a period ends (epoch ms): finished hours are followed by the running
 * one.
 */
export const drawnEndMs = ({ endMs, cut }: Period): number =>
  cut === 'hours' ? endMs + HOUR_MS : endMs;

/**
 * Returns the days to request from the API. It is not documented whether `end_date` is the last day
 * or the day after it, so one more day is requested and the rest is dropped. A finished weekly
 * period is requested only to its last day, because one more day would raise the last week's count.
 */
export function queryDays(period: Period, nowMs: number): { start_date: UtcDay; end_date: UtcDay } {
  const lastDayMs = drawnEndMs(period) - 1;
  const exact = period.aggregation === 'weekly' && period.endMs <= nowMs;
  return {
    start_date: utcDay(period.startMs),
    end_date: utcDay(exact ? lastDayMs : lastDayMs + DAY_MS),
  };
}
