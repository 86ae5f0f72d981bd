import type { Caller, Scheme } from '@/utils/api/ask';

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
