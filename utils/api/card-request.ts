import { type Period, queryDays } from '@/utils/figures/time/period';
import { DAY_MS, dayStartMs } from '@/utils/figures/time/range';
import type { Caller } from './ask';
import type { SeriesQuery, Span } from './queries';

/**
 * A request for one identity's figures: the caller, the period, and one mentor or all of them
 * (null).
 */
export interface CardRequest {
  caller: Caller;
  period: Period;
  mentorId: string | null;
  nowMs: number;
}

/**
 * Returns the same request with low urgency, for figures that are shown beside the headline and
 * bars.
 */
export const beside = (request: CardRequest): CardRequest => ({
  ...request,
  caller: { ...request.caller, urgency: 'beside' },
});

/** Returns the API query that covers a period. */
export function seriesQuery(period: Period, mentorId: string | null, nowMs: number): SeriesQuery {
  const { start_date, end_date } = queryDays(period, nowMs);
  const { aggregation } = period;
  return { startDate: start_date, endDate: end_date, aggregation, mentorId };
}

/**
 * True when all rows are of other days than requested, so the answer is about something else. A
 * week may begin up to six days before the first requested day.
 */
export function isOffTopic(rows: { startMs: number }[], query: SeriesQuery): boolean {
  const earlyMs = query.aggregation === 'weekly' ? 7 * DAY_MS : DAY_MS;
  const firstMs = (dayStartMs(query.startDate) ?? 0) - earlyMs;
  const lastMs = (dayStartMs(query.endDate) ?? 0) + DAY_MS;
  const isOff = ({ startMs }: { startMs: number }) => startMs <= firstMs || startMs > lastMs;
  return rows.length > 0 && rows.every(isOff);
}

/**
 * Stores the costs of finished spans permanently: the total in US dollars of each span, or
 * undefined.
 */
export interface SpanCosts {
  read(spans: Span[]): Promise<(number | undefined)[]>;
  write(span: Span, cost: number): Promise<unknown>;
  drop(span: Span): Promise<unknown>;
}
