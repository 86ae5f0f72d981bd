import type { TextKey } from '@/utils/failure';

export type CleanedKey = { ok: true; key: string } | { ok: false; text: TextKey };

const LONGEST = 512;

/** Text that people copy along with a key: the header's name, the scheme, quotes, white space. */
const BEFORE =
  /^(?:authorization\s*:\s*|(?:api-token|api-key|token|bearer)[\s:=]+|["'`\u2018-\u201d\s]+)+/iu;
const AFTER = /["'`\u2018-\u201d\s,;]/u;

/** A header value with visible ASCII only and no spaces (stricter than RFC 9110, 5.5). */
const USABLE = /^[\x21-\x7e]+$/;

/** Returns a pasted key without the text around it, or the reason why it cannot be sent. */
export function cleanApiKey(text: string): CleanedKey {
  if (text.length > LONGEST * 4) return { ok: false, text: 'api_key_too_long' };
  const key = withoutEnd(text.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').replace(BEFORE, ''));
  if (key === '') return { ok: false, text: 'api_key_empty' };
  if (key.length > LONGEST) return { ok: false, text: 'api_key_too_long' };
  return USABLE.test(key) ? { ok: true, key } : { ok: false, text: 'api_key_unusable' };
}

// A regular expression `[…]+$` would start again at each character of a long run, which is slow.
function withoutEnd(text: string): string {
  let end = text.length;
  while (AFTER.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
