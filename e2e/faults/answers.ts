import type { FaultRow } from './fault';

/** Between the browser and the API. */
export const NETWORK: FaultRow[] = [
  [1, 'offline at open', 'cached charts with their age, reload on `online`'],
  [2, 'offline mid-request', 'settled as offline, figures stay'],
  [3, 'name not found', 'offline, with Retry'],
  [4, 'connection refused', 'offline, with Retry'],
  [5, 'TLS error', 'offline, with Retry'],
  [6, 'reset before the headers', 'retried'],
  [7, 'reset mid-body', 'retried'],
  [8, 'headers, then a stalled body', 'timeout within the deadline'],
  [9, 'slow: 5 s, 14 s, 45 s', 'an answer, or timeout at 6 s an attempt'],
  [10, 'one byte a second', 'timeout within the deadline'],
  [11, 'captive portal: 200 with HTML', 'bad response'],
  [12, 'redirect to another host', 'no request there'],
  [13, 'redirect to http', 'no request there'],
  [14, 'fail, ok, fail', 'two retries at most'],
  [15, 'proxy 407', 'a failure with Retry'],
];

/** Statuses, headers and bodies of answers. */
export const HTTP: FaultRow[] = [
  [16, '401', 'key rejected, no request until the key changes'],
  [17, '403', 'forbidden, its own sentence'],
  [18, '404', 'not found'],
  [19, '429 with Retry-After: 1', 'waited, unnoticed'],
  [20, '429 with Retry-After: 3600', 'no wait, the time is said, the next worker obeys'],
  [21, 'Retry-After as date, past, negative, garbage, missing', 'a sane wait'],
  [22, '5xx once', 'unnoticed'],
  [23, '500 for ever', 'stops after five, one probe after 30 s'],
  [24, '204 or empty', 'bad response'],
  [25, '206', 'bad response'],
  [26, 'wrong content type', 'bad response'],
  [27, 'a 50 MB body', 'too large, early'],
  [28, 'a gzip bomb', 'too large, early'],
  [29, 'no content length', 'accepted'],
  [30, 'repeated or huge headers', 'settled'],
];

/** Bodies that are not what the schema says. */
export const SCHEMA: FaultRow[] = [
  [31, 'malformed, truncated, BOM, NaN', 'bad response; a BOM is accepted'],
  [32, 'wrong root', 'bad response'],
  [33, 'missing field', 'bad response'],
  [34, 'extra fields', 'accepted, dropped'],
  [35, 'numbers as strings, 1e309, above 2^53, -0', 'plain decimals accepted, the rest unknown'],
  [36, 'negative cost, ten decimals', 'accepted as they are'],
  [37, 'odd dates', 'UTC without zone; impossible ones refused; any order; repeats merged'],
  [38, '8,760 and 100,000 points', 'no task above 200 ms'],
  [39, 'arrays of unequal length', 'what is missing is unknown'],
  [40, 'empty series', '"no activity"'],
  [41, 'feedback flat and nested', 'both valid'],
  [42, 'an unknown aggregation echoed', 'ignored'],
];
