import type { TextKey } from '@/utils/failure';

export type Segment = { ok: true; value: string } | { ok: false; text: TextKey };

const MAX_LENGTH = 150;

// Letters and digits of any script, and what names are made of. No `/ ? # %`, nothing invisible.
const ALLOWED = /^[\p{L}\p{M}\p{N}._@+-]+$/u;

/**
 * A text that becomes one segment of a URL's path. `.` and `..` are refused by name: the browser
 * collapses them even when encoded, and another resource would be asked for.
 */
function parseSegment(text: string, refusal: TextKey): Segment {
  const value = text.trim();
  const safe = value.length <= MAX_LENGTH && ALLOWED.test(value) && !/^\.+$/.test(value);
  return safe ? { ok: true, value } : { ok: false, text: refusal };
}

/** An organization's key, as in `/platform/{org}/`. */
export const parseOrg = (text: string): Segment => parseSegment(text, 'segment_org');

/** A user name, never the numeric id. */
export const parseUserName = (text: string): Segment => parseSegment(text, 'segment_user');

/** A mentor's unique id or slug. */
export const parseMentorId = (text: string): Segment => parseSegment(text, 'segment_org');
