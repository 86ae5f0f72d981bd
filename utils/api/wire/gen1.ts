import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import type { CohortPoint, CountPoint } from '@/utils/figures/series';
import { isUuid } from '../uuid';
import { type Asked, namesAnother, namesAnotherOrg } from './named';
import { toCount, toNumber } from './numbers';
import { parseBucketStart } from './time';

/**
 * Each value is checked separately below, so that one invalid value does not discard the others.
 */
const values = z.array(z.unknown());
const cohorts = z.object({ periods: values, new_users: values, veteran_users: values });
const cost = z.object({ total_cost: z.unknown() });
const count = z.object({
  period: z.optional(z.string()),
  week: z.optional(z.string()),
  feedback_count: z.unknown(),
});
const mentor = z.object({ mentor_unique_id: z.string().check(z.minLength(1), z.maxLength(255)) });
const mentorNames = z.object({
  mentor_slug: z.catch(z.nullish(z.string()), null),
  mentor: z.catch(z.nullish(z.string()), null),
  mentor_name: z.catch(z.nullish(z.string()), null),
  display_name: z.catch(z.nullish(z.string()), null),
});

const badResponse = fail({ kind: 'bad-response' });

/** The rows of an answer, unsorted; `incomplete` when a part of the answer had to be left out. */
export interface Rows<T> {
  rows: T[];
  incomplete: boolean;
}

/**
 * Parses `user-cohorts-over-time`: three arrays that should have equal length; a missing value is
 * null.
 */
export function parseCohorts(json: unknown, asked: Asked): Result<Rows<CohortPoint>> {
  const parsed = cohorts.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const { periods, new_users, veteran_users } = parsed.data;
  const rows: CohortPoint[] = [];
  let unknown = 0;
  for (const [index, period] of periods.entries()) {
    const startMs = typeof period === 'string' ? parseBucketStart(period, asked.hourly) : null;
    const newUsers = toCount(new_users[index]);
    const veteranUsers = toCount(veteran_users[index]);
    if (newUsers === null || veteranUsers === null || startMs === null) unknown++;
    if (startMs !== null) rows.push({ startMs, newUsers, veteranUsers });
  }
  const longest = Math.max(periods.length, new_users.length, veteran_users.length);
  const useful = rows.some((row) => row.newUsers !== null || row.veteranUsers !== null);
  if (longest > 0 && !useful) return badResponse;
  return ok({ rows, incomplete: unknown > 0 || longest > periods.length });
}

/**
 * Parses `user-feedback`: `[…]`, `[[…]]`, or the single object `{week, feedback_count}` of older
 * releases.
 */
export function parseFeedback(json: unknown, asked: Asked): Result<Rows<CountPoint>> {
  const flat = Array.isArray(json) ? json.flat() : [json];
  const rows: CountPoint[] = [];
  let useful = false;
  let incomplete = false;
  for (const item of flat) {
    const parsed = count.safeParse(item);
    if (!parsed.success || namesAnother(item, asked)) return badResponse;
    const time = parsed.data.period ?? parsed.data.week;
    const startMs = time === undefined ? null : parseBucketStart(time, asked.hourly);
    const known = toCount(parsed.data.feedback_count);
    useful ||= startMs !== null && known !== null;
    incomplete ||= startMs === null || known === null;
    if (startMs !== null) rows.push({ startMs, count: known });
  }
  return flat.length > 0 && !useful ? badResponse : ok({ rows, incomplete });
}

/**
 * Parses `user-cost` and a mentor's `cost`: one total in US dollars, which may be a credit
 * (negative); `null` is unknown.
 */
export function parseCost(json: unknown, asked: Asked): Result<number> {
  const parsed = cost.safeParse(json);
  const total = parsed.success ? toNumber(parsed.data.total_cost) : null;
  if (namesAnother(json, asked)) return badResponse;
  if (parsed.success && parsed.data.total_cost === null) return fail({ kind: 'no-figure' });
  return total === null ? badResponse : ok(total);
}

/**
 * Parses a mentor's `public-settings`: its unique id, and its name where there is one. The answer
 * is refused when it is about another mentor than the requested id or slug, or about another
 * organization.
 */
export function parseMentor(
  json: unknown,
  asked: Asked,
  idOrSlug: string,
): Result<{ mentorId: string; name: string | null }> {
  const parsed = mentor.safeParse(json);
  const names = mentorNames.safeParse(json);
  if (!parsed.success || !names.success || namesAnotherOrg(json, asked)) return badResponse;
  const { mentor_name, display_name, mentor: plainName, mentor_slug } = names.data;
  const mentorId = parsed.data.mentor_unique_id;
  const isSame = (one: string) => one.toLowerCase() === idOrSlug.toLowerCase();
  const hasSlug = !isUuid(idOrSlug) && (!mentor_slug || isSame(mentor_slug));
  if (!isSame(mentorId) && !hasSlug) return badResponse;
  const name = [mentor_name, display_name, plainName].find((text) => text?.trim()) ?? null;
  return ok({ mentorId, name });
}
