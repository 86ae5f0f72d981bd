import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import type { Page } from '../pages';
import { type Asked, namesAnother } from './named';
import { toCount, toNumber } from './numbers';

/** A topic of conversation; a figure that was not given is null. */
export interface TopicRow {
  /** Null where the topic has no name. */
  name: string | null;
  conversations: number | null;
  messages: number | null;
  /** The average, from 1 to 5; null where nobody rated or where it was not given. */
  rating: number | null;
  rated: number | null;
}

const field = z.optional(z.unknown());
const row = z.object({
  name: field,
  topic_name: field,
  conversations: field,
  conversation_count: field,
  messages: field,
  average_rating: field,
  avg_rating: field,
  avg_user_rating: field,
  rating_count: field,
});
const listed = z.object({ results: z.array(z.unknown()) });
const numbered = z.object({ total_pages: field, total_records: field, has_next: field });
const details = z.object({ pagination: z.catch(z.nullish(numbered), null) });
const counted = z.object({ count: field, next: field });

const badResponse = fail({ kind: 'bad-response' });

/** Parses `topics/details/`: a page of topics, with averages as text or as numbers. */
export function parseTopicDetails(json: unknown, asked: Asked): Result<Page<TopicRow>> {
  const about = details.safeParse(json).data?.pagination ?? null;
  const pages = toCount(about?.total_pages);
  const total = toCount(about?.total_records);
  return pageOf(json, asked, total, (page) =>
    typeof about?.has_next === 'boolean' ? about.has_next : pages !== null && page < pages,
  );
}

/** Parses `topic-statistics/` of the first generation: a page that links to the next one. */
export function parseTopicStatistics(json: unknown, asked: Asked): Result<Page<TopicRow>> {
  const about = counted.safeParse(json).data;
  return pageOf(json, asked, toCount(about?.count), () => typeof about?.next === 'string');
}

/**
 * Parses `topics/summary/` and `most-discussed-topics/`: a list, which may be nested in another
 * list.
 */
export function parseTopicList(json: unknown, asked: Asked): Result<TopicRow[]> {
  return Array.isArray(json) ? rowsOf(json.flat(), asked) : badResponse;
}

function pageOf(
  json: unknown,
  asked: Asked,
  total: number | null,
  hasNext: (page: number) => boolean,
): Result<Page<TopicRow>> {
  const parsed = listed.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const rows = rowsOf(parsed.data.results, asked);
  return rows.ok ? ok({ rows: rows.value, total, hasNext }) : rows;
}

function rowsOf(items: unknown[], asked: Asked): Result<TopicRow[]> {
  const rows: TopicRow[] = [];
  for (const item of items) {
    if (namesAnother(item, asked)) return badResponse;
    const { data } = row.safeParse(item);
    if (data === undefined) continue;
    const rating = toNumber(data.average_rating ?? data.avg_rating ?? data.avg_user_rating);
    rows.push({
      name: nameIn(data.name) ?? nameIn(data.topic_name),
      conversations: toCount(data.conversations ?? data.conversation_count),
      messages: toCount(data.messages),
      // A rating is at least 1: zero means that nobody rated.
      rating: rating !== null && rating > 0 ? rating : null,
      rated: toCount(data.rating_count),
    });
  }
  const isUseless = rows.every(({ conversations }) => conversations === null);
  return items.length > 0 && isUseless ? badResponse : ok(rows);
}

const nameIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
