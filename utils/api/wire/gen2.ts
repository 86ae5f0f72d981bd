import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { sumMoney } from '@/utils/figures/kpi';
import { type Asked, namesAnother } from './named';
import { toCount, toNumber } from './numbers';
import { parseBucketStart } from './time';

/** A value of a series, `startMs` in epoch ms; null where no number was given. */
export interface Point {
  startMs: number;
  value: number | null;
}

/** A person's cost in US dollars: the total, and the cost of each day. */
export interface Finances {
  total: number;
  days: Point[];
}

/** The number of users and their series, where they were given. */
export interface UserCount {
  count: number | null;
  points: Point[];
}

const series = z.catch(z.array(z.unknown()), []);
const row = z.object({ date: z.string(), value: z.unknown() });
const finances = z.object({
  value: z.unknown(),
  overtime: z.array(z.unknown()),
  filters: z.catch(z.nullish(z.unknown()), null),
});
const ratedRow = z.object({
  date: z.string(),
  value: z.unknown(),
  count: z.optional(z.unknown()),
  rating_count: z.optional(z.unknown()),
  total_ratings: z.optional(z.unknown()),
});
const users = z.object({
  count: z.optional(z.unknown()),
  points: series,
});
const ratings = z.object({ points: z.array(z.unknown()) });

const badResponse = fail({ kind: 'bad-response' });

/**
 * Parses rows `{date, value}`: an invalid row is left out, and an invalid value is unknown (null).
 */
export function pointsOf(
  rows: unknown[],
  toValue: (value: unknown) => number | null,
  hourly = false,
): Point[] {
  return rows.flatMap((item) => {
    const parsed = row.safeParse(item);
    const startMs = parsed.success ? parseBucketStart(parsed.data.date, hourly) : null;
    return parsed.success && startMs !== null
      ? [{ startMs, value: toValue(parsed.data.value) }]
      : [];
  });
}

/**
 * Parses `financial/`: amounts as numbers or as text. `filters` repeats the person and parameters
 * of the request.
 */
export function parseFinances(json: unknown, asked: Asked): Result<Finances> {
  const parsed = finances.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const { value, overtime, filters } = parsed.data;
  if (namesAnother(filters, asked)) return badResponse;
  const days = pointsOf(overtime, toNumber);
  const total = toNumber(value);
  if (value === null) return fail({ kind: 'no-figure' });
  if (total === null || (overtime.length > 0 && days.length === 0)) return badResponse;
  return ok({ total, days });
}

/** Parses `users/`: a count by its type, or only a series as in one of its examples. */
export function parseUsers(json: unknown, asked: Asked): Result<UserCount> {
  const parsed = users.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const count = toCount(parsed.data.count);
  const points = pointsOf(parsed.data.points, toCount, asked.hourly);
  if (count === null && points.length === 0) return badResponse;
  return ok({ count, points });
}

/** An average rating, and the number of ratings where it is given. */
export interface RatingPoint extends Point {
  rated?: number;
}

/**
 * Parses `ratings/`: averages, with zero for a day without a rating. No type includes the number of
 * ratings; it is read where a deployment adds it.
 */
export function parseRatings(json: unknown, asked: Asked): Result<RatingPoint[]> {
  const parsed = ratings.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const points = parsed.data.points.flatMap((item): RatingPoint[] => {
    const [point] = pointsOf([item], toNumber);
    const given = ratedRow.safeParse(item).data;
    const rated = toCount(given?.count ?? given?.rating_count ?? given?.total_ratings);
    if (point === undefined) return [];
    return [rated === null ? point : { ...point, rated }];
  });
  const isUseless = parsed.data.points.length > 0 && points.length === 0;
  return isUseless ? badResponse : ok(points.filter(({ value }) => value !== 0));
}

/**
 * Returns the sum of amounts in US dollars, exact to a millionth; null where one of them is
 * unknown.
 */
export function sumOf(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : sumMoney(known);
}
