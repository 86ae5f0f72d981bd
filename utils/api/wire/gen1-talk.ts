import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import type { CountPoint } from '@/utils/figures/series';
import type { Rows } from './gen1';
import { type Asked, namesAnother } from './named';
import { toCount, toNumber } from './numbers';
import { parseBucketStart } from './time';

/** The number of sessions that began in a bucket, and their average number of messages. */
export interface SessionPoint {
  startMs: number;
  sessions: number | null;
  messages: number | null;
}

const field = z.optional(z.unknown());
const row = z.object({
  date: field,
  time: field,
  conversation_count: field,
  total_sessions: field,
  avg_messages: field,
  total_ratings: field,
});
type Row = z.infer<typeof row>;
const totals = z.object({ total_conversations: z.unknown() });

const badResponse = fail({ kind: 'bad-response' });

/**
 * Parses `conversation-summary/`: a series as the older front end reads it. By its type it has only
 * totals of all time, which say nothing about a range; these give `not-served`.
 */
export function parseConversationSummary(json: unknown, asked: Asked): Result<Rows<CountPoint>> {
  if (namesAnother(json, asked)) return badResponse;
  if (totals.safeParse(json).success) return fail({ kind: 'not-served' });
  return countsOf(json, asked, ({ conversation_count }) => conversation_count);
}

/** Parses `rating-summary/`: the number of ratings, positive and negative together. */
export function parseRatingSummary(json: unknown, asked: Asked): Result<Rows<CountPoint>> {
  return countsOf(json, asked, ({ total_ratings }) => total_ratings);
}

/** Parses `average-messages-per-session/`. */
export function parseSessionAverages(json: unknown, asked: Asked): Result<Rows<SessionPoint>> {
  return rowsOf(
    json,
    asked,
    (startMs, given) => ({
      startMs,
      sessions: toCount(given.total_sessions),
      messages: toNumber(given.avg_messages),
    }),
    ({ sessions }) => sessions,
  );
}

const countsOf = (json: unknown, asked: Asked, countIn: (row: Row) => unknown) =>
  rowsOf(
    json,
    asked,
    (startMs, given) => ({ startMs, count: toCount(countIn(given)) }),
    ({ count }) => count,
  );

/**
 * Returns the rows of a list, which is nested in another list in the vendor's examples and flat in
 * its types. A row without a count is kept, as it is unknown and not zero.
 */
function rowsOf<T>(
  json: unknown,
  asked: Asked,
  toPoint: (startMs: number, row: Row) => T,
  countOf: (point: T) => number | null,
): Result<Rows<T>> {
  if (!Array.isArray(json)) return badResponse;
  const items: unknown[] = json.flat();
  const rows: T[] = [];
  let known = 0;
  for (const item of items) {
    if (namesAnother(item, asked)) return badResponse;
    const { data } = row.safeParse(item);
    const time = data?.date ?? data?.time;
    const startMs = typeof time === 'string' ? parseBucketStart(time, asked.hourly) : null;
    if (data === undefined || startMs === null) continue;
    const point = toPoint(startMs, data);
    if (countOf(point) !== null) known += 1;
    rows.push(point);
  }
  if (items.length > 0 && known === 0) return badResponse;
  return ok({ rows, incomplete: known < items.length });
}
