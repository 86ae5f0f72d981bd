import type { FaultRow } from './fault';

/** A page that wants to be taken for somebody else. */
export const HOSTILE_PAGE: FaultRow[] = [
  [75, 'user `..`, `%2e%2e`, `a/b`, 1 MB, bidi, surrogates', 'nobody'],
  [76, "another tenant's org", 'asks, no request before the click'],
  [77, 'a 5 MB userData, 100,000 keys', 'absent, at once'],
  [78, 'localStorage throws', 'settled'],
  [79, 'hooked Storage, JSON, Array.prototype', 'unaffected'],
  [80, 'identity flips 100 times a second', '10 requests a minute at most'],
  [81, 'an ibl.ai frame inside a hostile page', 'ignored'],
  [82, 'look-alike hosts, http', 'not ibl.ai'],
  [83, 'session tokens', 'never read'],
];

/** Answers that want to be more than text and numbers. */
export const HOSTILE_API_DATA: FaultRow[] = [
  [84, 'markup in every string', 'text only'],
  [85, 'a label of 100 kB', 'cut'],
  [86, 'spreadsheet formulas in an export', 'quoted'],
  [87, 'bidi and zero-width characters', 'stripped'],
  [88, '`__proto__` keys', 'data only'],
  [89, 'an answer for somebody else', 'refused'],
];

/** What somebody types or pastes. */
export const SETTINGS: FaultRow[] = [
  [90, 'a key pasted with prefix, quotes, breaks', 'cleaned, or refused with the reason'],
  [91, 'a key of another organization', 'says so'],
  [92, 'base URL with path, credentials, http, another host', 'read or refused with the reason'],
  [93, 'base URL changed', 'key and cache go, after asking'],
  [94, 'org with spaces, capitals, other scripts', 'kept or refused with the reason'],
];

/** Other versions of the extension, of its data and of the browser. */
export const UPGRADE: FaultRow[] = [
  [95, "every released version's profile", 'key and settings kept'],
  [96, 'downgrade', 'settings kept, said'],
  [97, 'a new permission', 'optional'],
  [98, 'below the minimum browser version', 'refused by the browser'],
  [99, 'settings file broken, newer, unknown fields', 'refused or read, never half'],
  [100, 'a locale that is missing a text', 'the English text'],
];
