import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { type Point, pointsOf } from './gen2';
import { type Asked, namesAnother } from './named';
import { toCount, toNumber } from './numbers';

/** The averages of a session; null where they were not given. */
export interface Averages {
  messages: number | null;
  /** From 1 to 5. */
  rating: number | null;
  /** US dollars. */
  cost: number | null;
}

/** The number of conversations or sessions over time, and their averages. */
export interface Series {
  points: Point[];
  /** True when a row was left out, or has no number. */
  incomplete: boolean;
  averages: Averages;
}

const series = z.object({ points: z.array(z.unknown()) });
const average = z.object({ value: z.unknown() });
const field = z.optional(z.unknown());
const headline = z.object({
  avg_messages_per_session: field,
  avg_rating: field,
  avg_cost_per_session: field,
});

const badResponse = fail({ kind: 'bad-response' });

/**
 * Parses `conversations/` and `sessions/`: a series by the type, with averages as the front ends
 * read them.
 */
export function parseSeries(json: unknown, asked: Asked): Result<Series> {
  const parsed = series.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const { points: rows } = parsed.data;
  const points = pointsOf(rows, toCount, asked.hourly);
  if (rows.length > 0 && points.length === 0) return badResponse;
  const known = points.filter(({ value }) => value !== null).length;
  return ok({ points, incomplete: known < rows.length, averages: averagesOf(json) });
}

/** Parses `metric=headline`: averages only; the series may be missing. */
export function parseHeadline(json: unknown, asked: Asked): Result<Averages> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  if (!isObject || namesAnother(json, asked)) return badResponse;
  const averages = averagesOf(json);
  const isTold = Object.values(averages).some((average) => average !== null);
  return isTold || series.safeParse(json).success ? ok(averages) : badResponse;
}

function averagesOf(json: unknown): Averages {
  const { data } = headline.safeParse(json);
  return {
    messages: averageOf(data?.avg_messages_per_session),
    // A rating is at least 1: zero means that nobody rated.
    rating: averageOf(data?.avg_rating, 1),
    cost: averageOf(data?.avg_cost_per_session),
  };
}

function averageOf(given: unknown, least = 0): number | null {
  const value = toNumber(average.safeParse(given).data?.value);
  return value !== null && value >= least ? value : null;
}
