import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Client, Cost } from '@/utils/api/client';
import type { Urgency } from '@/utils/api/http/limit';
import type { Span } from '@/utils/api/queries';
import { costSpans } from '@/utils/figures/time/buckets';
import { intervalsBefore } from '@/utils/figures/time/preceding-period';
import type { CostData } from './data';
import { readKept } from './kept-spans';

/** A cost is final this long after its span: clocks differ by minutes, and so do bookings. */
const SETTLE_MS = 5 * 60_000;

/** Returns the bars of a period; the cost of one that is not kept is null. */
export async function keptBars(
  { period, nowMs }: CardRequest,
  kept: SpanCosts,
): Promise<CostData['spans']> {
  const bars = costSpans(period, nowMs);
  const costs = await readKept(kept, bars);
  return bars.map((bar, index) => ({ ...bar, cost: costs[index] ?? null }));
}

/**
 * Returns the bars of the range before, each as long as the bar it is drawn behind; null unless all
 * are known. Each bar that is not kept is one call.
 */
export async function fetchBarsBefore(
  client: Client,
  request: CardRequest,
  { period, spans }: CostData,
  kept: SpanCosts,
): Promise<CostData['precedingSpans']> {
  const bars = intervalsBefore(spans, period);
  const keptCosts = await readKept(kept, bars);
  const costs = await Promise.all(
    bars.map(async (bar, n) => keptCosts[n] ?? costOf(client, request, kept, bar, 'beside')),
  );
  return allKnown(bars, costs);
}

/** Returns the cost of one span, stored permanently once the span has ended; null if it can't be had. */
export async function costOf(
  client: Client,
  { caller, nowMs }: CardRequest,
  kept: SpanCosts,
  { startMs, endMs }: Span,
  urgency: Urgency,
) {
  const span = { startMs, endMs };
  const answer = await client.cost({ ...caller, urgency }, span);
  if (!answer.ok) return null;
  if (isOver(span, answer.value, nowMs)) await kept.write(span, answer.value.total);
  return answer.value.total;
}

/** Whether a span has ended by the server's clock too, as a computer's clock may be a day ahead. */
const isOver = ({ endMs }: Span, { servedAtMs }: Cost, nowMs: number): boolean =>
  endMs + SETTLE_MS <= Math.min(nowMs, servedAtMs ?? nowMs);

/** Returns the bars with their costs; null unless all costs are known. */
export function allKnown(bars: Span[], costs: (number | null | undefined)[]) {
  const known = bars.flatMap(({ startMs, endMs }, i) => {
    const cost = costs[i];
    return cost === undefined || cost === null ? [] : [{ startMs, endMs, cost }];
  });
  return known.length === bars.length ? known : null;
}
