import { bucketMs } from './buckets';
import type { CardData } from './card-data';
import { bucketTitle, longDay } from './format';
import { costMismatch, type KpiName, kpis } from './kpi';
import type { Period } from './period';
import { DAY_MS } from './range';
import type { CohortPoint, CountPoint } from './series';

/** From this share on, one stretch explains the range; below three stretches it always would. */
const TELLING_SHARE = 0.4;
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
 * where none does, and where the parts don't make up the whole.
 */
export function dominantStretch(
  name: KpiName,
  cards: Partial<CardData>,
  locale: string,
): DominantStretch | null {
  const { trend, value: total } = kpis(cards)[name];
  if (total === null || total <= 0 || trend.length < LEAST_STRETCHES) return null;
  if (trend.includes(null)) return null;
  const highest = trend.reduce<number>((a, b, i) => ((b ?? 0) > (trend[a] ?? 0) ? i : a), 0);
  const share = (trend[highest] ?? 0) / total;
  if (share < TELLING_SHARE || share > 1) return null;
  const stretch = stretchAt(name, cards, highest);
  const lengthMs = stretch ? stretch.endMs - stretch.startMs : 0;
  if (!stretch || lengthMs < DAY_MS) return null;
  const isDay = lengthMs === DAY_MS;
  const title = isDay ? longDay(stretch.startMs, locale) : bucketTitle(stretch, locale);
  return { share, isDay, title };
}

interface Stretch {
  startMs: number;
  endMs: number;
}

/** A part of a figure; null where the parts don't add up to it, as veterans never do. */
function stretchAt(
  name: KpiName,
  { cohorts, cost, feedback }: Partial<CardData>,
  index: number,
): Stretch | null {
  switch (name) {
    case 'cost':
      return cost && costMismatch(cost) === null ? (cost.spans[index] ?? null) : null;
    case 'new-users':
      return cohorts ? within(cohorts.period, cohorts.points[index]) : null;
    case 'feedback':
      return feedback ? within(feedback.period, feedback.points[index]) : null;
    case 'veteran-users':
      return null;
  }
}

/** A bucket without what lies outside the period: the API counts only what lies within. */
function within(period: Period, point: { startMs: number } | undefined): Stretch | null {
  if (!point) return null;
  return {
    startMs: Math.max(point.startMs, period.startMs),
    endMs: Math.min(point.startMs + bucketMs(period.aggregation), period.endMs),
  };
}

/** Whether no number is missing, in the range or in the one before: a gap would pass for a change. */
export function isWhollyKnown(name: KpiName, { cohorts, feedback }: Partial<CardData>): boolean {
  switch (name) {
    case 'new-users':
    case 'veteran-users': {
      if (!cohorts || cohorts.incomplete) return false;
      const isKnown = (p: CohortPoint) => p.newUsers !== null && p.veteranUsers !== null;
      return cohorts.points.every(isKnown) && (cohorts.preceding?.points.every(isKnown) ?? true);
    }
    case 'feedback': {
      if (!feedback) return false;
      const isKnown = (p: CountPoint) => p.count !== null;
      return feedback.points.every(isKnown) && (feedback.preceding?.points.every(isKnown) ?? true);
    }
    case 'cost':
      // Totals are answered as such, whatever the bars lack.
      return true;
  }
}
