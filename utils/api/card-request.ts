import { type Period, queryDays } from '@/utils/figures/time/period';
import { DAY_MS, dayStartMs } from '@/utils/figures/time/range';
import type { Caller } from './ask';
import type { PointsQuery, SeriesQuery, Span } from './queries';

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

/** Returns the first generation's query that covers a period; it has no months, only their days. */
export function seriesQuery(period: Period, mentorId: string | null, nowMs: number): SeriesQuery {
  const { start_date, end_date } = queryDays(period, nowMs);
  const aggregation = period.aggregation === 'monthly' ? 'daily' : period.aggregation;
  const query = { startDate: start_date, endDate: end_date, aggregation, mentorId };
  return period.cut === 'all' ? { ...query, allTime: true } : query;
}

/**
 * True when all rows are of other days than requested, so the answer is about something else. A
 * week may begin up to six days before the first requested day, a month up to thirty.
 */
export function isOffTopic(rows: { startMs: number }[], query: PointsQuery): boolean {
  const earlyMs = EARLY_DAYS[query.aggregation] * DAY_MS;
  const firstMs = (dayStartMs(query.startDate) ?? 0) - earlyMs;
  const lastMs = (dayStartMs(query.endDate) ?? 0) + DAY_MS;
  const isOff = ({ startMs }: { startMs: number }) => startMs <= firstMs || startMs > lastMs;
  return rows.length > 0 && rows.every(isOff);
}

const EARLY_DAYS = { hourly: 1, daily: 1, weekly: 7, monthly: 31 } as const;

/**
 * Stores the costs of finished spans permanently: the total in US dollars of each span, or
 * undefined.
 */
export interface SpanCosts {
  read(spans: Span[]): Promise<(number | undefined)[]>;
  write(span: Span, cost: number): Promise<unknown>;
  drop(span: Span): Promise<unknown>;
}
