import type { Client } from '@/utils/api/client';
import { isUuid } from '@/utils/api/uuid';
import { ok, type Result } from '@/utils/failure';
import { type CallerDeps, openCaller } from '../caller/caller';

/** A request for a mentor's unique id: which mentor, and who asks. */
export interface MentorQuery {
  baseUrl: string;
  org: string;
  user: string;
  keyOwner: string | null;
  idOrSlug: string;
  isPrivate?: boolean | undefined;
}

/** The id by which figures are filtered, and the name where one is known. */
export interface ResolvedMentor {
  mentorId: string;
  name: string | null;
}

/** The dependencies of the look-up; entries of the cache expire after a day. */
export interface MentorDeps extends CallerDeps {
  client: Client;
  readCached(query: MentorQuery): Promise<ResolvedMentor | null>;
  /** Stores the result for the key that was used to ask. */
  writeCached(query: MentorQuery, mentor: ResolvedMentor, keyFingerprint: string): Promise<void>;
}

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
  const caller = await openCaller(deps, query);
  if (!caller.ok) return caller;
  const answer = await deps.client.mentor({ ...caller.value, urgency: 'beside' }, query.idOrSlug);
  if (answer.ok) await deps.writeCached(query, answer.value, caller.value.keyFingerprint);
  else if (isUuid(query.idOrSlug)) return ok({ mentorId: query.idOrSlug, name: null });
  return answer;
}
