import * as z from 'zod/mini';
import {
  AGGREGATIONS,
  type Aggregation,
  DAY_MS,
  dayStartMs,
  HOUR_MS,
  type Range,
  type UtcDay,
  utcDay,
} from './range';

export const periodSchema = z.object({
  startMs: z.number(),
  endMs: z.number(),
  aggregation: z.enum(AGGREGATIONS),
  /**
   * The unit of the range where that is not days: `month` is compared with the preceding calendar
   * month; `hours` has ended, and the running hour is shown beside it.
   */
  cut: z.optional(z.enum(['month', 'hours'])),
});

/** A stretch of time, [startMs, endMs) in epoch ms, and the buckets it is counted in. */
export type Period = z.infer<typeof periodSchema>;

/** A stretch of time alone, [startMs, endMs) in epoch ms. */
export interface Stretch {
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
  const asked = range.kind === '24h' ? undefined : range.aggregation;
  const aggregation = asked ?? aggregationOf(range, endMs - startMs);
  const cut = cutOf(range);
  return { startMs, endMs, aggregation, ...(cut && { cut }) };
}

function cutOf({ kind }: Range): Period['cut'] {
  if (kind === '24h') return 'hours';
  return kind === 'this-month' || kind === 'last-month' ? 'month' : undefined;
}

function boundsOf(range: Range, nowMs: number): [number, number] {
  const tomorrow = floor(nowMs, DAY_MS) + DAY_MS;
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
      return [monthStartMs(nowMs, 0), tomorrow];
    case '12m':
      return [monthStartMs(nowMs, -11), tomorrow];
    case 'last-month':
      return [monthStartMs(nowMs, -1), monthStartMs(nowMs, 0)];
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
  if (lengthMs <= 2 * DAY_MS) return 'hourly';
  return lengthMs <= 60 * DAY_MS ? 'daily' : 'weekly';
}

function monthStartMs(nowMs: number, offset: number): number {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1);
}

const floor = (ms: number, unitMs: number) => Math.floor(ms / unitMs) * unitMs;

/** Returns the length of a stretch of time, in ms. */
export const lengthOf = ({ startMs, endMs }: Stretch): number => endMs - startMs;

/** Whether two stretches of time begin and end at the same instants. */
export const isSameStretch = (one: Stretch, other: Stretch): boolean =>
  one.startMs === other.startMs && one.endMs === other.endMs;

/** Whether two periods are the same time span with the same buckets. */
export const isSamePeriod = (one: Period, other: Period): boolean =>
  isSameStretch(one, other) && one.aggregation === other.aggregation && one.cut === other.cut;

/**
 * Returns where the drawing of a period ends (epoch ms): finished hours are followed by the running
 * one.
 */
export const drawnEndMs = ({ endMs, cut }: Period): number =>
  cut === 'hours' ? endMs + HOUR_MS : endMs;

/**
 * Returns the time span to compare a period with: the one of the same length just before. The month
 * so far is compared with the same number of days of the preceding month, and a whole month with
 * the whole preceding month, even if its length differs.
 */
export function precedingPeriod(period: Period): Period {
  const { startMs, endMs, cut } = period;
  if (cut !== 'month') return { ...period, startMs: startMs - (endMs - startMs), endMs: startMs };
  const before = monthStartMs(startMs, -1);
  const isWhole = endMs >= monthStartMs(startMs, 1);
  const end = isWhole ? startMs : Math.min(before + endMs - startMs, startMs);
  return { ...period, startMs: before, endMs: end };
}

/**
 * Moves the time spans of a period to the same places in the preceding period and cuts them at its
 * end, as a shorter month lacks the last days.
 */
export function stretchesBefore(stretches: Stretch[], period: Period): Stretch[] {
  const before = precedingPeriod(period);
  const shiftMs = period.startMs - before.startMs;
  return stretches
    .map(({ startMs, endMs }) => ({
      startMs: startMs - shiftMs,
      endMs: Math.min(endMs - shiftMs, lastMsOf(before, period)),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}

/** The running hour after a range of hours also has its counterpart after the preceding range. */
const lastMsOf = (before: Period, period: Period): number =>
  period.cut === 'month' ? before.endMs : drawnEndMs(before);

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
