import type { Comparable } from '@/utils/figures/comparison/comparable';
import { type Compared, compareTotals } from '@/utils/figures/comparison/comparison';

/** Compares the costs of two intervals. */
export const compareCosts = (
  { now, before }: Comparable,
  total: number,
  totalBefore: number,
): Compared | null => compareTotals({ ...now, total }, { ...before, total: totalBefore });
