import { bucketTitle, longDay } from './format';
import type { Kpi } from './kpi';
import type { Stretch } from './period';
import { DAY_MS } from './range';

/** From this share on, one stretch explains the range; below three stretches it always would. */
const LEAST_SHARE = 0.4;
const LEAST_STRETCHES = 3;

/** The stretch that carries much of a figure. */
export interface DominantStretch {
  /** A part of the whole, 0.61 for 61 %. */
  share: number;
  isDay: boolean;
  /** "Tuesday, Nov 17" for a day, "Nov 16 – 18, 2026" for more. */
  title: string;
}

/**
 * The one day, or longer stretch, that carries at least two fifths of what is compared of a figure that
 * adds up; null where none does, and where the parts don't make up the whole (`stretchAt` gives null then).
 */
export function dominantStretch(
  { trend, ended, compared }: Kpi,
  stretchAt: (index: number) => Stretch | null,
  locale: string,
): DominantStretch | null {
  if (compared === null) return null;
  const parts = trend.slice(0, ended).flatMap((value, index) => {
    const stretch = stretchAt(index);
    const isCompared =
      stretch === null ||
      (stretch.startMs >= compared.now.startMs && stretch.endMs <= compared.now.endMs);
    return isCompared ? [{ value, stretch }] : [];
  });
  if (parts.length < LEAST_STRETCHES) return null;
  if (parts.some(({ value, stretch }) => value === null || stretch === null)) return null;
  const total = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const highest = parts.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a));
  const share = (highest.value ?? 0) / total;
  if (total <= 0 || share < LEAST_SHARE || share > 1 || !highest.stretch) return null;
  const { startMs, endMs } = highest.stretch;
  if (endMs - startMs < DAY_MS) return null;
  const isDay = endMs - startMs === DAY_MS;
  const title = isDay ? longDay(startMs, locale) : bucketTitle(highest.stretch, locale);
  return { share, isDay, title };
}
