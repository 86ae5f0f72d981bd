import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import type { Span } from '@/utils/api/queries';
import { ok, type Result } from '@/utils/failure';
import { comparableMinutes } from '@/utils/figures/comparison/comparable';
import { costSpans } from '@/utils/figures/time/buckets';
import { isSamePeriod, type Period } from '@/utils/figures/time/period';
import { intervalsBefore, precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { AskTools } from '../card-ask';
import { allKnown, costOf, keptBars } from './bars';
import { compareCosts } from './compare';
import type { CostData } from './data';
import { readKept } from './kept-spans';
import { fillRunning, followsFromTotal } from './running-bar';

/** The dependencies of a cost request: the stored costs, and a listener for partial figures. */
export type CostTools = Pick<
  AskTools<CostData>,
  'kept' | 'begun' | 'held' | 'isUndiscovered' | 'onPart'
>;

type Bars = CostData['spans'];

/** Partial figures are shown each time this many more bars have arrived. */
const BARS_A_PART = 4;

/**
 * A user's cost: the total as the API gives it for the whole period, and one call for each bar
 * that is not kept already, the newest first, unless `otherBars` have them. `onPart` gets the card as
 * soon as its total is known, and again with every few bars; a bar, a comparison or a mentor's share that
 * fails stays unknown and fails nothing else. `begun` is what a worker that was killed over the same
 * question has left: its total need not be asked again.
 */
export async function fetchCost(
  client: Client,
  request: CardRequest,
  { kept, begun, held, onPart }: CostTools,
  otherBars: Promise<Bars | null> = Promise.resolve(null),
): Promise<Result<CostData>> {
  const { caller, period, nowMs, mentorId } = request;
  const whole = { startMs: period.startMs, endMs: endOf(period, nowMs) };
  const same = begun && isSameQuestion(begun, period) ? begun : null;
  const asked: Promise<Result<{ total: number }>> = same
    ? Promise.resolve(ok({ total: same.total }))
    : client.cost(caller, whole);
  // The total is asked first if the card was refused the last time, or if a bar can be computed from it.
  const follows = followsFromTotal(held?.data, period);
  const early = held?.failure || follows ? await asked : null;
  if (early?.ok === false) return early;

  // The compared total ends at this instant.
  const asOfMs = same?.asOfMs ?? nowMs;
  const intervals = comparableMinutes(period, asOfMs);
  const totalBefore =
    intervals && !same?.compared ? costBefore(client, request, kept, intervals.before) : null;
  const bars = await otherBars;
  const barsBefore = intervalsBefore(costSpans(period, nowMs), period);
  const spans = bars ?? (await keptBars(request, kept));
  if (bars === null && early && follows) fillRunning(spans, early.value.total);
  const parts = {
    period,
    asOfMs,
    spans,
    compared: same?.compared ?? null,
    // If the other generation's bars are drawn, these bars can't be compared with them.
    precedingSpans: bars === null ? allKnown(barsBefore, await readKept(kept, barsBefore)) : null,
  };
  const show = async () => {
    const total = await asked;
    if (total.ok) await onPart(structuredClone({ ...parts, total: total.value.total }));
  };
  const missing = bars === null ? spans.filter((span) => span.cost === null).reverse() : [];
  let come = 0;
  const [total, cameBefore, mentor] = await Promise.all([
    asked,
    totalBefore,
    mentorId === null ? null : client.mentorCost(caller, whole, mentorId),
    (missing.length > 0 || totalBefore !== null) && show(),
    ...missing.map(async (span) => {
      span.cost = await costOf(client, request, kept, span, 'bars');
      come += 1;
      if (come % BARS_A_PART === 0) await show();
    }),
  ]);
  if (!total.ok) return total;
  const compared =
    intervals && cameBefore !== null
      ? compareCosts(intervals, total.value.total, cameBefore)
      : parts.compared;
  return ok({
    ...parts,
    total: total.value.total,
    compared,
    ...(mentor?.ok && mentorId !== null ? { mentor: { total: mentor.value.total, mentorId } } : {}),
  });
}

/** Whether a cost is of all mentors over just that time, as this one would be. */
const isSameQuestion = (begun: CostData, period: Period): boolean =>
  isSamePeriod(begun.period, period) && begun.ofMentor !== true;

/** Ends a period with the bar that contains the current time. */
const endOf = (period: Period, nowMs: number): number =>
  Math.min(costSpans(period, nowMs).at(-1)?.endMs ?? period.endMs, period.endMs);

/**
 * Returns the cost of the time before; stored permanently if that is the whole range before. The cost of
 * a part of that range is stored only with the card, as exactly this part is never asked for again.
 */
async function costBefore(client: Client, request: CardRequest, kept: SpanCosts, before: Span) {
  const whole = precedingPeriod(request.period);
  if (before.endMs < whole.endMs) {
    const answer = await client.cost({ ...request.caller, urgency: 'beside' }, before);
    return answer.ok ? answer.value.total : null;
  }
  const [known] = await readKept(kept, [before]);
  return known ?? costOf(client, request, kept, before, 'beside');
}
