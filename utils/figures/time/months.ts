/** Returns the number of calendar months (UTC) from January 1970 to the month of an instant (epoch ms). */
export function monthIndex(ms: number): number {
  const day = new Date(ms);
  return (day.getUTCFullYear() - 1970) * 12 + day.getUTCMonth();
}

/** Returns when a month begins (epoch ms), counted from January 1970. */
export const monthStart = (index: number): number => Date.UTC(1970, index, 1);

/** Returns the start of the month (UTC) that contains an instant, and of the next month, in epoch ms. */
export function monthOf(ms: number): { startMs: number; endMs: number } {
  const index = monthIndex(ms);
  return { startMs: monthStart(index), endMs: monthStart(index + 1) };
}

/**
 * Returns the instant at the same place of another month, so many months later; the end of that month
 * where it is shorter.
 */
export function shiftMonths(ms: number, months: number): number {
  const index = monthIndex(ms);
  const shifted = ms - monthStart(index) + monthStart(index + months);
  return Math.min(shifted, monthStart(index + months + 1));
}
