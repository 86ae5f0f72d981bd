import { comparableMinutes } from '@/utils/figures/comparison/comparable';
import { sumMoney } from '@/utils/figures/kpi';
import { sampleActivity, samplePeriod } from '@/utils/figures/sample';
import { costSpans } from '@/utils/figures/time/buckets';
import type { Interval, Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { Range } from '@/utils/figures/time/range';
import { compareCosts } from './compare';
import type { CostData } from './data';

/** An invented person's cost of any range. */
export function sampleCost(range: Range, _mentor: boolean, nowMs: number): CostData {
  const period = samplePeriod(range, nowMs);
  const spans = spansOf(period, nowMs);
  const before = spansOf(precedingPeriod(period), nowMs);
  const within = spans.filter(({ startMs }) => startMs < period.endMs);
  const total = sumMoney(within.map((span) => span.cost));
  const intervals = comparableMinutes(period, nowMs);
  return {
    period,
    asOfMs: nowMs,
    total,
    spans,
    compared: intervals && compareCosts(intervals, total, costOf(intervals.before, nowMs)),
    precedingSpans: before.map(({ startMs, endMs, cost }) => ({ startMs, endMs, cost })),
  };
}

const spansOf = (period: Period, nowMs: number) =>
  costSpans(period, nowMs).map((span) => ({ ...span, cost: costOf(span, nowMs) }));

const costOf = ({ startMs, endMs }: Interval, nowMs: number) =>
  Math.round(sampleActivity(startMs, endMs - startMs, nowMs, 0.045, 4) * 10_000) / 10_000;
