import type { TextKey } from '@/utils/failure';

export type Segment = { ok: true; value: string } | { ok: false; text: TextKey };

const MAX_LENGTH = 150;

// Letters and digits of any script, and what names and mail addresses are made of (RFC 5322, 3.2.3,
// `o'brien@x.edu`). No `/ ? # %`, which mean something in a URL, and nothing invisible.
const ALLOWED = /^[\p{L}\p{M}\p{N}._@+~'!$&*=-]+$/u;

/**
 * A text that becomes one segment of a URL's path. `.` and `..` are refused by name: the browser
 * collapses them even when encoded, and another resource would be asked for.
 */
function parseSegment(text: string, refusal: TextKey): Segment {
  const value = text.trim();
  const safe = value.length <= MAX_LENGTH && ALLOWED.test(value) && !/^\.+$/.test(value);
  return safe ? { ok: true, value } : { ok: false, text: refusal };
}

/** Whether two texts are one organization's key: apps write it in small letters, people as they like. */
export const isSameOrg = (one: string, other: string): boolean =>
  one === other || one.toLowerCase() === other.toLowerCase();

/** An organization's key, as in `/platform/{org}/`. */
export const parseOrg = (text: string): Segment => parseSegment(text, 'segment_org');

/** A user name, never the numeric id. */
export const parseUserName = (text: string): Segment => parseSegment(text, 'segment_user');

/** A mentor's unique id or slug. */
export const parseMentorId = (text: string): Segment => parseSegment(text, 'segment_org');
