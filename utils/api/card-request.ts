import { type Period, queryDays } from '@/utils/figures/period';
import { DAY_MS, dayStartMs } from '@/utils/figures/range';
import type { Caller } from './ask';
import type { SeriesQuery, Span } from './client';

/** One reading of one identity's figures: who asks, for which time, of all mentors (null) or one. */
export interface CardRequest {
  caller: Caller;
  period: Period;
  mentorId: string | null;
  nowMs: number;
}

/** The same for what stands beside figures: asked after them where not all can go at once. */
export const beside = (request: CardRequest): CardRequest => ({
  ...request,
  caller: { ...request.caller, urgency: 'beside' },
});

/** The question to the API that covers a period. */
export function seriesQuery(period: Period, mentorId: string | null, nowMs: number): SeriesQuery {
  const { start_date, end_date } = queryDays(period, nowMs);
  const { aggregation } = period;
  return { startDate: start_date, endDate: end_date, aggregation, mentorId };
}

/**
 * True for rows of other days alone: such an answer is about something else than was asked. A week
 * may begin up to six days before the first day asked.
 */
export function isOffTopic(rows: { startMs: number }[], query: SeriesQuery): boolean {
  const earlyMs = query.aggregation === 'weekly' ? 7 * DAY_MS : DAY_MS;
  const firstMs = (dayStartMs(query.startDate) ?? 0) - earlyMs;
  const lastMs = (dayStartMs(query.endDate) ?? 0) + DAY_MS;
  const isOff = ({ startMs }: { startMs: number }) => startMs <= firstMs || startMs > lastMs;
  return rows.length > 0 && rows.every(isOff);
}

/** Costs of spans that ended, kept for good: a sum in US dollars by span, or undefined. */
export interface SpanCosts {
  read(spans: Span[]): Promise<(number | undefined)[]>;
  write(span: Span, cost: number): Promise<unknown>;
  drop(span: Span): Promise<unknown>;
}
