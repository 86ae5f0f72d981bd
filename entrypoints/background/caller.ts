import type { Caller, Scheme } from '@/utils/api/ask';
import { type Failure, fail, ok, type Result } from '@/utils/failure';

/** A key as it is used: the header's scheme, and its name in caches. */
export interface UsableKey {
  apiKey: string;
  fingerprint: string;
  scheme: Scheme;
}

/** Who is asked about, where, and in whose name: the key's owner's, where one is named. */
interface Whose {
  baseUrl: string;
  org: string;
  user: string;
  keyOwner: string | null;
}

/** What is needed to ask the API for somebody. */
export interface CallerDeps {
  now(): number;
  readKey(place: { baseUrl: string; org: string }): Promise<Result<UsableKey>>;
  /** A failure when the base is none of ours, or the browser was not allowed to ask it. */
  checkAccess(baseUrl: string): Promise<Failure | null>;
}

const OPERATION_TIMEOUT_MS = 15_000;

/** Who asks the API; all that is asked so ends within 15 s. */
export const callerOf = (
  { baseUrl, org, user, keyOwner }: Whose,
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
});

/**
 * Who asks the API for somebody at a place, with the key saved for it; `no-key` also where that is not
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
