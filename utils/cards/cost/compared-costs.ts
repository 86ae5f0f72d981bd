import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { sumMoney } from '@/utils/figures/kpi';
import type { Stretch } from '@/utils/figures/period';
import { costOf } from './bars';
import { comparableStretches, compareCosts, comparedTime } from './compare';
import type { CostData } from './data';
import { readKept } from './kept-spans';
import { costMismatch } from './kpi';

type Spans = CostData['spans'];

/** A comparison of costs that may still have to be asked for. */
interface Comparison {
  /** True if it takes a call, which the other figures need not wait for. */
  waits: boolean;
  /** Asks for what is not known; `card` is the card once all of its bars have come, null if it failed. */
  ask(card: Promise<CostData | null>, spans: Spans): Promise<CostData['compared']>;
}

/**
 * Compares the cost of the days that have ended with that of as many days before, so that one answer stays
 * true until the day ends; within one day the time to the minute. Null where there is nothing to compare.
 * Both costs are totals of one call each. Where the bars were found to add up to the total, a sum of
 * bars or of kept days is such a total too.
 */
export async function comparedCosts(
  client: Client,
  request: CardRequest,
  kept: SpanCosts,
  asOfMs: number,
): Promise<Comparison | null> {
  const { period } = request;
  const ended = comparableStretches(period, asOfMs, true);
  const stretches = comparedTime(period, asOfMs);
  if (!stretches) return null;
  const { now, before } = stretches;
  const isTotal = ended === null || period.endMs <= asOfMs;
  const [keptNow, keptBefore] = await kept.read([now, before]);
  const [daysBefore] = await readKept(kept, [before]);
  const askFor = async (stretch: Stretch) => {
    if (ended) return costOf(client, request, kept, stretch, 'beside');
    // Exactly this part of a day is never asked for again, so it is not stored.
    const answer = await client.cost({ ...request.caller, urgency: 'beside' }, stretch);
    return answer.ok ? answer.value.total : null;
  };
  const costNow = async (card: Promise<CostData | null>, spans: Spans) => {
    if (isTotal) return (await card)?.total ?? null;
    if (keptNow !== undefined) return keptNow;
    if (!spans.some(({ endMs }) => endMs === now.endMs)) return askFor(now);
    const data = await card;
    return data && (addsUp(data) ? sumUntil(now.endMs, data) : askFor(now));
  };
  const costBefore = async (card: Promise<CostData | null>) => {
    if (keptBefore !== undefined || daysBefore === undefined) return keptBefore ?? askFor(before);
    const data = await card;
    return data && (addsUp(data) ? daysBefore : askFor(before));
  };
  return {
    waits: daysBefore === undefined,
    async ask(card, spans) {
      const [cost, preceding] = await Promise.all([costNow(card, spans), costBefore(card)]);
      return cost === null || preceding === null ? null : compareCosts(stretches, cost, preceding);
    },
  };
}

const addsUp = (card: CostData): boolean =>
  card.spans.every(({ cost }) => cost !== null) && costMismatch(card) === null;

const sumUntil = (endMs: number, { spans }: CostData): number =>
  sumMoney(spans.filter((span) => span.endMs <= endMs).map(({ cost }) => cost ?? 0));
