/** The longest time for which one header can stop requests. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** The waiting time where a rate limit gives no usable time. */
const DEFAULT_WAIT_MS = 30_000;

const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/;

/**
 * Returns the waiting time in ms from a `Retry-After` header (RFC 9110, section 10.2.3). The header
 * holds whole seconds or a date; a date is compared with `fromMs`, the time at which the answer was
 * sent by the server's clock. A date in the past gives 0; a missing, negative or invalid value
 * gives null; the result is at most a day.
 */
export function namedWaitMs(header: string | null, fromMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT_MS);
  // The oldest of the three date formats has no time zone; all three are in UTC.
  const inUtc = text.endsWith('GMT') ? text : `${text} GMT`;
  const atMs = httpDate.test(text) ? Date.parse(inUtc) : Number.NaN;
  if (Number.isNaN(atMs)) return null;
  return Math.min(Math.max(0, atMs - fromMs), LONGEST_WAIT_MS);
}

/** As `namedWaitMs`, with 30 s where no usable time is given. */
export const retryAfterMs = (header: string | null, fromMs: number): number =>
  namedWaitMs(header, fromMs) ?? DEFAULT_WAIT_MS;
