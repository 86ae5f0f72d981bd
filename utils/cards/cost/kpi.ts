import { kpi, memoized, sumMoney } from '@/utils/figures/kpi';
import { endedCount } from '@/utils/figures/series-kpi';
import type { CostData } from './data';

/** The total that the API gave, not the sum of the bars. */
export const costKpi = memoized(({ total, compared, spans, period, asOfMs }: CostData) =>
  kpi(
    total,
    compared,
    spans.map((span) => span.cost),
    endedCount(spans, period, asOfMs),
  ),
);

const HALF_CENT = 0.005;

/** By how many dollars the bars miss the total; null where they meet it, or one is not known. */
export function costMismatch({ total, spans: drawn, period }: CostData): number | null {
  // The hour beside a range of hours is no part of it.
  const spans = drawn.filter(({ startMs }) => startMs < period.endMs);
  const costs = spans.map((span) => span.cost).filter((value) => value !== null);
  if (costs.length < spans.length) return null;
  const missing = sumMoney([total, ...costs.map((value) => -value)]);
  return Math.abs(missing) <= HALF_CENT ? null : missing;
}
