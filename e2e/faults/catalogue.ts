/** A fault that the product survives, and what must be seen when it happens. */
export interface Fault {
  number: number;
  fault: string;
  expected: string;
}

const GROUPS: [string, [fault: string, expected: string][]][] = [
  [
    'Network',
    [
      ['offline at open', 'cached charts with their age, reload on `online`'],
      ['offline mid-request', 'settled as offline, figures stay'],
      ['name not found', 'offline, with Retry'],
      ['connection refused', 'offline, with Retry'],
      ['TLS error', 'offline, with Retry'],
      ['reset before the headers', 'retried'],
      ['reset mid-body', 'retried'],
      ['headers, then a stalled body', 'timeout within the deadline'],
      ['slow: 5 s, 14 s, 45 s', 'an answer, or timeout at 6 s an attempt'],
      ['one byte a second', 'timeout within the deadline'],
      ['captive portal: 200 with HTML', 'bad response'],
      ['redirect to another host', 'no request there'],
      ['redirect to http', 'no request there'],
      ['fail, ok, fail', 'two retries at most'],
      ['proxy 407', 'a failure with Retry'],
    ],
  ],
  [
    'HTTP',
    [
      ['401', 'key rejected, no request until the key changes'],
      ['403', 'forbidden, its own sentence'],
      ['404', 'not found'],
      ['429 with Retry-After: 1', 'waited, unnoticed'],
      ['429 with Retry-After: 3600', 'no wait, the time is said, the next worker obeys'],
      ['Retry-After as date, past, negative, garbage, missing', 'a sane wait'],
      ['5xx once', 'unnoticed'],
      ['500 for ever', 'stops after five, one probe after 30 s'],
      ['204 or empty', 'bad response'],
      ['206', 'bad response'],
      ['wrong content type', 'bad response'],
      ['a 50 MB body', 'too large, early'],
      ['a gzip bomb', 'too large, early'],
      ['no content length', 'accepted'],
      ['repeated or huge headers', 'settled'],
    ],
  ],
  [
    'Schema',
    [
      ['malformed, truncated, BOM, NaN', 'bad response; a BOM is accepted'],
      ['wrong root', 'bad response'],
      ['missing field', 'bad response'],
      ['extra fields', 'accepted, dropped'],
      ['numbers as strings, 1e309, above 2^53, -0', 'plain decimals accepted, the rest unknown'],
      ['negative cost, ten decimals', 'accepted as they are'],
      ['odd dates', 'UTC without zone; impossible ones refused; any order; repeats merged'],
      ['8,760 and 100,000 points', 'no task above 200 ms'],
      ['arrays of unequal length', 'what is missing is unknown'],
      ['empty series', '"no activity"'],
      ['feedback flat and nested', 'both valid'],
      ['an unknown aggregation echoed', 'ignored'],
    ],
  ],
  [
    'Storage',
    [
      ['get rejects', 'said, nothing reset'],
      ['set rejects, quota', 'said, typed text kept'],
      ['LevelDB garbage', 'first-run page'],
      ['database deleted while open', 'opened anew'],
      ['a flipped bit in the vault', '"enter the key again"'],
      ['settings of a wrong shape', 'kept, said, not reset'],
      ['newer schema than the code', 'kept'],
      ['SIGKILL during writes, 100 times', 'opens, old or new value'],
      ['cache entry of a wrong shape', 'a miss'],
      ['clock jumps a day either way', 'asked anew'],
      ['two worker generations writing', 'one whole snapshot'],
      ['settings changed by policy while edited', 'typed text kept'],
    ],
  ],
  [
    'Life cycle',
    [
      ['worker killed idle', 'the next call is answered'],
      ['worker killed mid-request', 'sent again, once'],
      ['killed between cache write and reply', 'the figures are there'],
      ['killed during a migration', 'old shape kept'],
      ['worker start throws once', 'the next call is answered'],
      ['a handler that never answers', 'settled within 20 s'],
      ['popup closed mid-request', 'the snapshot is written'],
      ['popup, panel and two windows at once', 'one request'],
      ['tab closed, discarded, prerendered during detection', 'settled'],
      ['in-page route change and account switch', 'noticed within 1 s'],
      ['extension reloaded under an open panel', 'says so'],
      ['updated under an open panel, request in flight', 'says so'],
      ['browser restart', 'figures from the cache'],
      ["the browser's 30 s idle stop", 'the next call is answered'],
    ],
  ],
  [
    'Permissions',
    [
      ['API host not granted', 'a button'],
      ['revoked while running', 'a button'],
      ['page host set to "on click"', 'a button'],
      ['private window', 'settled'],
      ['hosts blocked by policy', 'said'],
      ['pages no extension may read', 'what to open'],
    ],
  ],
  [
    'Hostile page',
    [
      ['user `..`, `%2e%2e`, `a/b`, 1 MB, bidi, surrogates', 'nobody'],
      ["another tenant's org", 'asks, no request before the click'],
      ['a 5 MB userData, 100,000 keys', 'absent, at once'],
      ['localStorage throws', 'settled'],
      ['hooked Storage, JSON, Array.prototype', 'unaffected'],
      ['identity flips 100 times a second', '10 requests a minute at most'],
      ['an ibl.ai frame inside a hostile page', 'ignored'],
      ['look-alike hosts, http', 'not ibl.ai'],
      ['session tokens', 'never read'],
    ],
  ],
  [
    'Hostile API data',
    [
      ['markup in every string', 'text only'],
      ['a label of 100 kB', 'cut'],
      ['spreadsheet formulas in an export', 'quoted'],
      ['bidi and zero-width characters', 'stripped'],
      ['`__proto__` keys', 'data only'],
      ['an answer for somebody else', 'refused'],
    ],
  ],
  [
    'Settings',
    [
      ['a key pasted with prefix, quotes, breaks', 'cleaned, or refused with the reason'],
      ['a key of another organization', 'says so'],
      ['base URL with path, credentials, http, another host', 'read or refused with the reason'],
      ['base URL changed', 'key and cache go, after asking'],
      ['org with spaces, capitals, other scripts', 'kept or refused with the reason'],
    ],
  ],
  [
    'Upgrade',
    [
      ["every released version's profile", 'key and settings kept'],
      ['downgrade', 'settings kept, said'],
      ['a new permission', 'optional'],
      ['below the minimum browser version', 'refused by the browser'],
      ['settings file broken, newer, unknown fields', 'refused or read, never half'],
      ['a locale that is missing a text', 'the English text'],
    ],
  ],
];

/** All faults, numbered from 1, in the order of their groups. */
export const FAULTS: Fault[] = GROUPS.flatMap(([, faults]) => faults).map(
  ([fault, expected], index) => ({ number: index + 1, fault, expected }),
);

/** Faults that no machine of this kind can produce, each with the reason. */
export const NOT_PRODUCIBLE = new Map<number, string>([]);
