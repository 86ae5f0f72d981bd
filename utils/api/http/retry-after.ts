/** Where a limit names no usable time. */
const DEFAULT_WAIT_MS = 30_000;
/** Nobody is kept out for longer by one header, whatever it says. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/;

/**
 * How long to wait, in ms, by a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds or
 * a date; a date that is past gives 0; missing, negative or garbled gives 30 s; at most a day.
 */
export function retryAfterMs(header: string | null, nowMs: number): number {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT_MS);
  // The oldest of the three date forms names no zone; all of them are UTC.
  const inUtc = text.endsWith('GMT') ? text : `${text} GMT`;
  const atMs = httpDate.test(text) ? Date.parse(inUtc) : Number.NaN;
  if (Number.isNaN(atMs)) return DEFAULT_WAIT_MS;
  return Math.min(Math.max(0, atMs - nowMs), LONGEST_WAIT_MS);
}
