import { bucketMs, timeOf } from '../time/buckets';
import { lengthOf, type Period } from '../time/period';
import { precedingPeriod } from '../time/preceding-period';
import type { ChartOptions, Series } from './model';

/**
 * Returns the series of the preceding range as a list; empty unless it is wanted and known. A value whose
 * place `isLike` refuses is left out.
 */
export function precedingSeries(
  values: (number | null)[] | undefined,
  length: number,
  { compare, say }: ChartOptions,
  isLike: (index: number) => boolean = () => true,
): Series[] {
  if (!compare || !values?.length) return [];
  const drawn = values.slice(0, length).map((value, index) => (isLike(index) ? value : null));
  return [{ tone: 'preceding', name: say('chart_preceding'), values: drawn }];
}

/** Buckets of a period, and those of the range before. */
interface Pairs {
  period: Period;
  points: { startMs: number }[];
  preceding: { points: { startMs: number }[] } | null;
}

/**
 * Returns whether the bucket with an index counts as much time as the one before at its place: both are
 * whole, or cut alike. Four days of a week are not more than three because more happened in them.
 */
export const isLikeIn =
  ({ period, points, preceding }: Pairs) =>
  (index: number): boolean => {
    const { aggregation } = period;
    const [point, before] = [points[index], preceding?.points[index]];
    if (aggregation === 'hourly' || aggregation === 'daily' || !point || !before) return true;
    const [ours, theirs] = [timeOf(period, point), timeOf(precedingPeriod(period), before)];
    const isWhole = (one: typeof ours) => lengthOf(one) === bucketMs(one.startMs, aggregation);
    return lengthOf(ours) === lengthOf(theirs) || (isWhole(ours) && isWhole(theirs));
  };
