import type { Kpi } from './kpi';
import { bucketTitle, longDay } from './text/format';
import type { Interval } from './time/period';
import { DAY_MS } from './time/range';

/**
 * From this share on, one time span explains the range; with fewer than three spans one always
 * would.
 */
const LEAST_SHARE = 0.4;
const LEAST_STRETCHES = 3;

/** The time span that has a large part of a figure's total. */
export interface DominantInterval {
  /** A part of the whole: 0.61 for 61 %. */
  share: number;
  isDay: boolean;
  /** "Tuesday, Nov 17" for a day, "Nov 16 – 18, 2026" for more. */
  title: string;
}

/**
 * Returns the day, or longer time span, that has at least two fifths of the compared total of a
 * figure that adds up; null where there is none, and where the parts do not add up to the whole
 * (then `intervalAt` returns null).
 */
export function dominantInterval(
  { trend, ended, compared }: Kpi,
  intervalAt: (index: number) => Interval | null,
  locale: string,
): DominantInterval | null {
  if (compared === null) return null;
  const parts = trend.slice(0, ended).flatMap((value, index) => {
    const interval = intervalAt(index);
    const isCompared =
      interval === null ||
      (interval.startMs >= compared.now.startMs && interval.endMs <= compared.now.endMs);
    return isCompared ? [{ value, interval }] : [];
  });
  if (parts.length < LEAST_STRETCHES) return null;
  if (parts.some(({ value, interval }) => value === null || interval === null)) return null;
  const total = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const highest = parts.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a));
  const share = (highest.value ?? 0) / total;
  if (total <= 0 || share < LEAST_SHARE || share > 1 || !highest.interval) return null;
  const { startMs, endMs } = highest.interval;
  if (endMs - startMs < DAY_MS) return null;
  const isDay = endMs - startMs === DAY_MS;
  const title = isDay ? longDay(startMs, locale) : bucketTitle(highest.interval, locale);
  return { share, isDay, title };
}
