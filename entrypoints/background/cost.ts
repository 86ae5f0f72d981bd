import { type Bucket, costSpans } from '@/utils/analytics/buckets';
import type { CostData } from '@/utils/analytics/card-data';
import { isSamePeriod, precedingPeriod } from '@/utils/analytics/period';
import type { Cost, Span } from '@/utils/api/client';
import { ok, type Result } from '@/utils/failure';
import type { Asking, SpanCosts } from './asking';

/** A cost is final this long after its span: clocks differ by minutes, and so do bookings. */
const SETTLE_MS = 5 * 60_000;

/**
 * A user's cost: the total as the API gives it for the whole period, and one call for each bar
 * that is not kept already. `onPart` gets the card as soon as its total is known; a bar, a
 * comparison or a mentor's share that fails stays unknown and fails nothing else. `begun` is what a
 * worker that was killed over the same question has left: its total need not be asked again.
 */
export async function fetchCost(
  asking: Asking,
  kept: SpanCosts,
  begun: CostData | undefined,
  onPart: (data: CostData) => Promise<void>,
): Promise<Result<CostData>> {
  const { client, caller, period, nowMs, mentorId } = asking;
  const bars = costSpans(period, nowMs);
  const whole = { startMs: period.startMs, endMs: bars.at(-1)?.endMs ?? period.endMs };
  const before = precedingPeriod(period);
  const barsBefore = costSpans(before, nowMs);
  const [total, keptBars, keptBefore, [keptTotalBefore]] = await Promise.all([
    begun && isSamePeriod(begun.period, period)
      ? ok({ total: begun.total })
      : client.cost(caller, whole),
    kept.read(bars),
    kept.read(barsBefore),
    kept.read([before]),
  ]);
  if (!total.ok) return total;

  const data: CostData = {
    period,
    total: total.value.total,
    spans: bars.map((bar, i) => ({ ...bar, cost: keptBars[i] ?? null })),
    precedingTotal: keptTotalBefore ?? null,
    precedingSpans: allKnown(barsBefore, keptBefore),
  };
  const missing = data.spans.filter((span) => span.cost === null);

  const [precedingTotal, mentor] = await Promise.all([
    keptTotalBefore ?? costOf(asking, kept, before),
    mentorId === null ? null : client.mentorCost(caller, whole, mentorId),
    ...missing.map(async (span) => {
      span.cost = await costOf(asking, kept, span);
    }),
    missing.length > 0 && onPart(structuredClone(data)),
  ]);
  return ok({
    ...data,
    precedingTotal,
    ...(mentor?.ok && mentorId !== null ? { mentor: { total: mentor.value.total, mentorId } } : {}),
  });
}

/** The cost of one span, kept for good once the span is over; null when it can't be had. */
async function costOf(asking: Asking, kept: SpanCosts, { startMs, endMs }: Span) {
  const span = { startMs, endMs };
  const answer = await asking.client.cost(asking.caller, span);
  if (!answer.ok) return null;
  if (isOver(span, answer.value, asking.nowMs)) await kept.write(span, answer.value.total);
  return answer.value.total;
}

/** Over by the server's clock too: a computer a day ahead must not keep half a day's cost for good. */
const isOver = ({ endMs }: Span, { servedAtMs }: Cost, nowMs: number): boolean =>
  endMs + SETTLE_MS <= Math.min(nowMs, servedAtMs ?? nowMs);

function allKnown(bars: Bucket[], costs: (number | undefined)[]) {
  const known = bars.flatMap(({ startMs, endMs }, i) => {
    const cost = costs[i];
    return cost === undefined ? [] : [{ startMs, endMs, cost }];
  });
  return known.length === bars.length ? known : null;
}
