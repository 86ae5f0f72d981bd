import type { FaultRow } from './fault';

/** The browser's storage, and what it holds. */
export const STORAGE: FaultRow[] = [
  [43, 'get rejects', 'said, nothing reset'],
  [44, 'set rejects, quota', 'said, typed text kept'],
  [45, 'LevelDB garbage', 'first-run page'],
  [46, 'database deleted while open', 'opened anew'],
  [47, 'a flipped bit in the vault', '"enter the key again"'],
  [48, 'settings of a wrong shape', 'kept, said, not reset'],
  [49, 'newer schema than the code', 'kept'],
  [50, 'SIGKILL during writes, 100 times', 'opens, old or new value'],
  [51, 'cache entry of a wrong shape', 'a miss'],
  [52, 'clock jumps a day either way', 'asked anew'],
  [53, 'two worker generations writing', 'one whole snapshot'],
  [54, 'settings changed by policy while edited', 'typed text kept'],
];

/** Worker, pages and browser end at any moment. */
export const LIFE_CYCLE: FaultRow[] = [
  [55, 'worker killed idle', 'the next call is answered'],
  [56, 'worker killed mid-request', 'sent again, once'],
  [57, 'killed between cache write and reply', 'the figures are there'],
  [58, 'killed during a migration', 'old shape kept'],
  [59, 'worker start throws once', 'the next call is answered'],
  [60, 'a handler that never answers', 'settled within 20 s'],
  [61, 'popup closed mid-request', 'the snapshot is written'],
  [62, 'popup, panel and two windows at once', 'one request'],
  [63, 'tab closed, discarded, prerendered during detection', 'settled'],
  [64, 'in-page route change and account switch', 'noticed within 1 s'],
  [65, 'extension reloaded under an open panel', 'says so'],
  [66, 'updated under an open panel, request in flight', 'says so'],
  [67, 'browser restart', 'figures from the cache'],
  [68, "the browser's 30 s idle stop", 'the next call is answered'],
];

/** What the browser or an organization does not allow. */
export const PERMISSIONS: FaultRow[] = [
  [69, 'API host not granted', 'a button'],
  [70, 'revoked while running', 'a button'],
  [71, 'page host set to "on click"', 'a button'],
  [72, 'private window', 'settled'],
  [73, 'hosts blocked by policy', 'said'],
  [74, 'pages no extension may read', 'what to open'],
];
