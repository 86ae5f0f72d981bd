import { bucketTitle, longDay } from './format';
import type { Kpi } from './kpi';
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
 * The one day, or longer stretch, that carries at least two fifths of a figure that adds up; null
 * where none does, and where the parts don't make up the whole (`stretchAt` gives null then).
 */
export function dominantStretch(
  { trend, value: total }: Kpi,
  stretchAt: (index: number) => { startMs: number; endMs: number } | null,
  locale: string,
): DominantStretch | null {
  if (total === null || total <= 0 || trend.length < LEAST_STRETCHES) return null;
  if (trend.includes(null)) return null;
  const highest = trend.reduce<number>((a, b, i) => ((b ?? 0) > (trend[a] ?? 0) ? i : a), 0);
  const share = (trend[highest] ?? 0) / total;
  if (share < LEAST_SHARE || share > 1) return null;
  const stretch = stretchAt(highest);
  const lengthMs = stretch ? stretch.endMs - stretch.startMs : 0;
  if (!stretch || lengthMs < DAY_MS) return null;
  const isDay = lengthMs === DAY_MS;
  const title = isDay ? longDay(stretch.startMs, locale) : bucketTitle(stretch, locale);
  return { share, isDay, title };
}
