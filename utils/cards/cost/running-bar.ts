import { sumMoney } from '@/utils/figures/kpi';
import { isSamePeriod, type Period } from '@/utils/figures/time/period';
import type { CostData } from './data';
import { costMismatch } from './kpi';

/**
 * Whether the bar that still runs follows from the total of a period: where the bars of the same period
 * were found to add up to its total before. Where they did not, or another day has begun, every bar is
 * asked, and what is missing is said on the card.
 */
export function followsFromTotal(held: CostData | undefined, period: Period): boolean {
  // The hour beside a range of hours is no part of its total.
  if (period.cut === 'hours') return false;
  if (!held || held.ofMentor === true || !isSamePeriod(held.period, period)) return false;
  return held.spans.every(({ cost }) => cost !== null) && costMismatch(held) === null;
}

/** Gives the one bar without a cost what the others leave of the total; nothing where that can't be. */
export function fillRunning(spans: CostData['spans'], total: number): void {
  const [open, ...others] = spans.filter(({ cost }) => cost === null);
  if (!open?.open || others.length > 0) return;
  const rest = sumMoney([total, ...spans.map(({ cost }) => -(cost ?? 0))]);
  if (rest >= 0) open.cost = rest;
}
