import type messages from '@/public/_locales/en/messages.json';

/** The key of a text in `public/_locales`. */
export type TextKey = keyof typeof messages;

/** Returns the text of a key in the reader's language, with `$1`, `$2` … replaced by the values. */
export type Say = (key: TextKey, ...values: (string | number)[]) => string;

/** Every expected failure. Bugs are exceptions and are not listed. */
export type Failure =
  | { kind: 'no-key' }
  | { kind: 'key-rejected' }
  /**
   * The API says that it received no key, although one was sent: something in between removes it.
   */
  | { kind: 'key-unseen' }
  | { kind: 'forbidden' }
  | { kind: 'out-of-credit' }
  | { kind: 'not-found' }
  | { kind: 'not-served' }
  /** Another range would be served. */
  | { kind: 'no-all-time' }
  | { kind: 'bad-request'; status: number }
  | { kind: 'rate-limited'; untilMs: number }
  | { kind: 'unavailable'; untilMs: number }
  | { kind: 'redirected' }
  | { kind: 'offline' }
  | { kind: 'timeout' }
  | { kind: 'server'; status: number }
  | { kind: 'bad-response' }
  | { kind: 'no-figure' }
  | { kind: 'too-large' }
  | { kind: 'host-not-allowed'; host: string }
  | { kind: 'not-detected' }
  | { kind: 'storage' }
  | { kind: 'worker-unreachable' }
  | { kind: 'extension-updated' };

/** A value, or the failure that explains why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a failure. */
export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

/** The actions that a user can take after a failure; each is a button. */
export type FailureAction =
  | 'open-options'
  | 'retry'
  | 'show-12-months'
  | 'grant-host'
  | 'type-user'
  | 'reload-page';
