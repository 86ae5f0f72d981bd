import type { TextKey } from '@/utils/failure';

export type Segment = { ok: true; value: string } | { ok: false; text: TextKey };

const MAX_LENGTH = 150;

// Letters and digits of any script, and the characters of names and mail addresses (RFC 5322,
// 3.2.3, `o'brien@x.edu`). Not `/ ? # %`, which have a meaning in a URL, and no invisible
// characters.
const ALLOWED = /^[\p{L}\p{M}\p{N}._@+~'!$&*=-]+$/u;

/**
 * Checks a text that becomes one segment of a URL's path. `.` and `..` are refused explicitly:
 * browsers remove them even when encoded, and another resource would be requested.
 */
function parseSegment(text: string, refusal: TextKey): Segment {
  const value = text.trim();
  const safe = value.length <= MAX_LENGTH && ALLOWED.test(value) && !/^\.+$/.test(value);
  return safe ? { ok: true, value } : { ok: false, text: refusal };
}

/**
 * Whether two texts are the key of the same organization: apps write it in lower case, people in
 * any case.
 */
export const isSameOrg = (one: string, other: string): boolean =>
  one === other || one.toLowerCase() === other.toLowerCase();

/** Parses an organization's key, as in `/platform/{org}/`. */
export const parseOrg = (text: string): Segment => parseSegment(text, 'segment_org');

/** Parses a user name, which is never the numeric id. */
export const parseUserName = (text: string): Segment => parseSegment(text, 'segment_user');

/** Parses a mentor's unique id or slug. */
export const parseMentorId = (text: string): Segment => parseSegment(text, 'segment_org');
