import type { Client } from '@/utils/api/client';
import { type Failure, fail, ok, type Result } from '@/utils/failure';
import { callerOf, type UsableKey } from './caller';

/** Which mentor's unique id is wanted, and who asks for it. */
export interface MentorQuery {
  baseUrl: string;
  org: string;
  user: string;
  keyOwner: string | null;
  idOrSlug: string;
}

/** The id by which figures are filtered, and the name where one is known. */
export interface ResolvedMentor {
  mentorId: string;
  name: string | null;
}

/** What the look-up works with; the cache forgets by itself after a day. */
export interface MentorDeps {
  client: Client;
  now(): number;
  readKey(place: { baseUrl: string; org: string }): Promise<Result<UsableKey>>;
  checkAccess(baseUrl: string): Promise<Failure | null>;
  readCached(query: MentorQuery): Promise<ResolvedMentor | null>;
  writeCached(query: MentorQuery, mentor: ResolvedMentor): Promise<void>;
}

const uniqueId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The unique id of the mentor that a page's URL names, which may be a slug there. An id that needs
 * no resolving is good without its name when the API does not answer.
 */
export async function resolveMentor(
  deps: MentorDeps,
  query: MentorQuery,
): Promise<Result<ResolvedMentor>> {
  const cached = await deps.readCached(query);
  if (cached !== null) return ok(cached);
  const denied = await deps.checkAccess(query.baseUrl);
  if (denied !== null) return fail(denied);
  const key = await deps.readKey(query);
  if (!key.ok) return key;
  const caller = callerOf(query, key.value, deps.now());
  const answer = await deps.client.mentor(caller, query.idOrSlug);
  if (answer.ok) await deps.writeCached(query, answer.value);
  else if (uniqueId.test(query.idOrSlug)) return ok({ mentorId: query.idOrSlug, name: null });
  return answer;
}
