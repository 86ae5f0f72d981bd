import type { Caller, Scheme } from '@/utils/api/ask';
import { type Failure, fail, ok, type Result } from '@/utils/failure';

/** A key in use: the scheme of its header, and its fingerprint in cache keys. */
export interface UsableKey {
  apiKey: string;
  fingerprint: string;
  scheme: Scheme;
}

/** Whose data is requested, from which host, and as which user (the key's owner, if one is named). */
interface Whose {
  baseUrl: string;
  org: string;
  user: string;
  keyOwner: string | null;
  isPrivate?: boolean | undefined;
  /** The click that asks (epoch ms), if there was one. */
  newerThanMs?: number | null | undefined;
}

/** The dependencies of a request to the API for one user. */
export interface CallerDeps {
  now(): number;
  readKey(place: { baseUrl: string; org: string }): Promise<Result<UsableKey>>;
  /** A failure if the base is in no saved profile, or if the browser has no permission for its host. */
  checkAccess(baseUrl: string): Promise<Failure | null>;
}

const OPERATION_TIMEOUT_MS = 15_000;

/** A caller of the API; each of its requests ends within 15 s. */
export const callerOf = (
  { baseUrl, org, user, keyOwner, isPrivate, newerThanMs }: Whose,
  key: UsableKey,
  nowMs: number,
): Caller => ({
  baseUrl,
  org,
  pathUser: keyOwner ?? user,
  user,
  apiKey: key.apiKey,
  keyFingerprint: key.fingerprint,
  scheme: key.scheme,
  deadlineMs: nowMs + OPERATION_TIMEOUT_MS,
  newerThanMs,
  ...(isPrivate ? { isPrivate } : {}),
});

/**
 * Returns the caller for a place, with the key saved for it; `no-key` also if that is not
 * the key named by `fingerprint`, under which the figures on the screen were asked.
 */
export async function openCaller(
  deps: CallerDeps,
  whose: Whose,
  fingerprint?: string,
): Promise<Result<Caller>> {
  const [denied, key] = await Promise.all([deps.checkAccess(whose.baseUrl), deps.readKey(whose)]);
  if (denied !== null) return fail(denied);
  if (!key.ok) return key;
  if (fingerprint !== undefined && key.value.fingerprint !== fingerprint) {
    return fail({ kind: 'no-key' });
  }
  return ok(callerOf(whose, key.value, deps.now()));
}
