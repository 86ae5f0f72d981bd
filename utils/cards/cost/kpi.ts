import { kpi, memoized, sumMoney } from '@/utils/figures/kpi';
import type { CostData } from './data';

/** The total that the API gave, not the sum of the bars. */
export const costKpi = memoized(({ total, precedingTotal, spans }: CostData) =>
  kpi(
    total,
    precedingTotal,
    spans.map((span) => span.cost),
  ),
);

const HALF_CENT = 0.005;

/** By how many dollars the bars miss the total; null where they meet it, or one is not known. */
export function costMismatch({ total, spans }: CostData): number | null {
  const costs = spans.map((span) => span.cost).filter((value) => value !== null);
  if (costs.length < spans.length) return null;
  const missing = sumMoney([total, ...costs.map((value) => -value)]);
  return Math.abs(missing) <= HALF_CENT ? null : missing;
}
