import { ageFormat } from './intl';

/** Within this age figures are shown without asking again. */
export const FRESH_MS = 5 * 60_000;

/** Whether something of an instant (epoch ms) is fresh; a stamp of the future proves nothing. */
export const isRecent = (atMs: number, nowMs: number): boolean =>
  atMs <= nowMs && nowMs - atMs < FRESH_MS;

/** How long ago, in words: "3 min ago". Anything below a minute, or ahead of us, is "now". */
export function age(ms: number, locale: string): string {
  const format = ageFormat(locale);
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hoursAgo = Math.floor(minutes / 60);
  if (hoursAgo < 24) return format.format(-hoursAgo, 'hour');
  return format.format(-Math.floor(hoursAgo / 24), 'day');
}
