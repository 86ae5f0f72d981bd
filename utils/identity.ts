/**
 * The identity that figures belong to. Nothing is cached, requested or drawn without one, and
 * figures of another identity are never shown.
 */
export interface Identity {
  baseUrl: string;
  org: string;
  user: string;
  /** The unique id of the mentor that figures are filtered by; null for all mentors. */
  mentorId: string | null;
  /** Identifies the key without revealing it, as another key may have other permissions. */
  keyFingerprint: string;
  /** True for the page of a private window: nothing of it is written to disk. */
  isPrivate?: boolean | undefined;
}

/** Returns a text that is unique for each identity. */
export const identityKey = ({
  baseUrl,
  org,
  user,
  mentorId,
  keyFingerprint,
  isPrivate,
}: Identity): string =>
  JSON.stringify([
    ...[baseUrl, org, user, mentorId, keyFingerprint],
    ...(isPrivate ? ['private'] : []),
  ]);
