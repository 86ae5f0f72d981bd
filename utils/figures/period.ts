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
   * What the range is cut by, where that is not days: `month` is compared with the calendar month
   * before, `hours` has ended and the hour that runs stands beside it.
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
 * The stretch that a range means at `nowMs`. None goes beyond today: a range that did would be
 * compared with one that has run its full length.
 */
export function periodOf(range: Range, nowMs: number): Period {
  const [startMs, endMs] = boundsOf(range, nowMs);
  // The API counts whole days and weeks, of which 24 hours are parts.
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
      // The schema and the form let nothing through that is no day.
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

/** Whether two are the same stretch, counted in the same buckets. */
export const isSamePeriod = (one: Period, other: Period): boolean =>
  one.startMs === other.startMs &&
  one.endMs === other.endMs &&
  one.aggregation === other.aggregation &&
  one.cut === other.cut;

/** Where the drawing of a period ends: hours that have ended have the one that runs beside them. */
export const drawnEndMs = ({ endMs, cut }: Period): number =>
  cut === 'hours' ? endMs + HOUR_MS : endMs;

/**
 * The stretch to compare a period with: the one of the same length just before. A month so far is
 * compared with as many days of the month before, a whole one with the whole month before, longer or
 * shorter as it may be.
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
 * Stretches of a period, each moved to where it lies in the period before, and cut where that ends: a
 * month may have no such day.
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

/** The hour beside a range of hours has its counterpart beside the range before. */
const lastMsOf = (before: Period, period: Period): number =>
  period.cut === 'month' ? before.endMs : drawnEndMs(before);

/**
 * The days to ask the API for. Nothing says whether its `end_date` is the last day or the day after,
 * so one day more is asked and what falls outside is dropped. A weekly period that has ended is
 * asked to its last day only: a day more would raise the last week's count.
 */
export function queryDays(period: Period, nowMs: number): { start_date: UtcDay; end_date: UtcDay } {
  const lastDayMs = drawnEndMs(period) - 1;
  const exact = period.aggregation === 'weekly' && period.endMs <= nowMs;
  return {
    start_date: utcDay(period.startMs),
    end_date: utcDay(exact ? lastDayMs : lastDayMs + DAY_MS),
  };
}
