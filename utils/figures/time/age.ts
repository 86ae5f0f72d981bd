import { ageFormat } from '../text/intl';

/** Figures that are younger than this are shown without a new request. */
export const FRESH_MS = 5 * 60_000;

/**
 * Whether an instant (epoch ms) is recent; one in the future is not, as the clock may have changed.
 */
export const isRecent = (atMs: number, nowMs: number): boolean =>
  atMs <= nowMs && nowMs - atMs < FRESH_MS;

/** Formats an age in words: "3 min ago". An age below a minute, or in the future, is "now". */
export function age(ms: number, locale: string): string {
  const format = ageFormat(locale);
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hoursAgo = Math.floor(minutes / 60);
  if (hoursAgo < 24) return format.format(-hoursAgo, 'hour');
  return format.format(-Math.floor(hoursAgo / 24), 'day');
}
