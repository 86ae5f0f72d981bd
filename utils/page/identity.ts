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
}

/** Returns a text that is unique for each identity. */
export const identityKey = ({ baseUrl, org, user, mentorId, keyFingerprint }: Identity): string =>
  JSON.stringify([baseUrl, org, user, mentorId, keyFingerprint]);
