/**
 * Whom figures belong to. Nothing is cached, asked or drawn without one, and what belongs to another
 * is never shown.
 */
export interface Identity {
  baseUrl: string;
  org: string;
  user: string;
  /** The mentor's unique id that figures are narrowed to; null for all mentors. */
  mentorId: string | null;
  /** Names the key without telling it: another key may be allowed to see other things. */
  keyFingerprint: string;
}

/** One text for one identity; two different ones never share it. */
export const identityKey = ({ baseUrl, org, user, mentorId, keyFingerprint }: Identity): string =>
  JSON.stringify([baseUrl, org, user, mentorId, keyFingerprint]);
