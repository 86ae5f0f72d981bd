/** Nobody is kept out for longer by one header, whatever it says. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Where a limit names no usable time. */
const DEFAULT_WAIT_MS = 30_000;

const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/;

/**
 * How long to wait, in ms, by a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds or
 * a date, counted from `fromMs`, the instant at which the answer was sent by the server's clock; a date
 * that is past gives 0; null where it is missing, negative or garbled; at most a day.
 */
export function namedWaitMs(header: string | null, fromMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT_MS);
  // The oldest of the three date forms names no zone; all of them are UTC.
  const inUtc = text.endsWith('GMT') ? text : `${text} GMT`;
  const atMs = httpDate.test(text) ? Date.parse(inUtc) : Number.NaN;
  if (Number.isNaN(atMs)) return null;
  return Math.min(Math.max(0, atMs - fromMs), LONGEST_WAIT_MS);
}

/** As `namedWaitMs`, for those who have to wait in any case: 30 s where no usable time is named. */
export const retryAfterMs = (header: string | null, fromMs: number): number =>
  namedWaitMs(header, fromMs) ?? DEFAULT_WAIT_MS;
