import { ok, type Result } from '@/utils/failure';
import type { CostData } from '@/utils/figures/card-data';
import { DAY_MS } from '@/utils/figures/range';
import type { Caller } from './ask';
import type { CapabilityStore } from './capabilities/capabilities';
import type { CapabilityDetector } from './capabilities/detector';
import { firstServed } from './capabilities/first-served';
import { spentOnOf } from './capabilities/spent-on';
import type { CardRequest } from './card-request';
import type { Client } from './client';
import { fetchCost } from './gen1/cost';
import { firstSource } from './gen1/source';
import { secondSource } from './gen2/source';
import type { CostReading, Source } from './source';

/**
 * The figures of a deployment, from whichever generation of the API it serves: the richer answer
 * where there are both.
 */
export function eitherSource(
  client: Client,
  store: Pick<CapabilityStore, 'read'>,
  detector: Pick<CapabilityDetector, 'known'>,
): Source {
  const first = firstSource(client);
  const second = secondSource(client);
  const firstThenSecond = <T>(ask: (source: Source) => Promise<Result<T>>) =>
    firstServed(
      () => ask(first),
      () => ask(second),
    );

  function costOf(request: CardRequest, reading: CostReading): Promise<Result<CostData>> {
    const headline = () => first.cost(request, reading);
    const byDay = () => second.cost({ ...request, mentorId: null }, reading);
    // A person's cost with one mentor is beyond the first generation, hours are beyond the second.
    if (request.mentorId !== null) {
      return firstServed(() => withMentor(request, reading), headline, byDay);
    }
    return request.period.aggregation === 'hourly'
      ? firstServed(headline, byDay)
      : firstServed(() => both(request, reading), byDay);
  }

  /** With one mentor; a mentor that is not to be had so costs nothing but the filter. */
  async function withMentor(request: CardRequest, reading: CostReading): Promise<Result<CostData>> {
    const answer = await second.cost(request, reading);
    if (answer.ok || !['not-found', 'forbidden'].includes(answer.failure.kind)) return answer;
    const overall = await first.cost(request, reading);
    return overall.ok ? overall : answer;
  }

  /** The first generation's headline over the second's bars, as far as they are served. */
  async function both(request: CardRequest, reading: CostReading): Promise<Result<CostData>> {
    const bars = second.cost(request, reading);
    if (await seemsSecondAlone(request.caller, bars)) return bars;
    const drawn = bars.then((answer) => (answer.ok ? answer.value.spans : null));
    const headline = await fetchCost(client, request, reading, drawn);
    const alone = await bars;
    return !headline.ok && alone.ok ? alone : headline;
  }

  /** An operation that nobody asked yet is taken to be missing where its sibling is: a call less. */
  async function seemsSecondAlone(caller: Caller, bars: Promise<Result<CostData>>) {
    if ((await detector.known(caller, 'cost')) !== null || !(await bars).ok) return false;
    return (await detector.known(caller, 'cohorts')) === 'missing';
  }

  return {
    cohorts: (request, card) => firstThenSecond((source) => source.cohorts(request, card)),
    feedback: (request) => firstThenSecond((source) => source.feedback(request)),
    async cost(request, reading) {
      const answer = await costOf(request, reading);
      if (!answer.ok) return answer;
      const offered = spentOnOf(await store.read(request.caller), request.nowMs);
      const spentOn = offered.filter((by) => by === 'model' || answer.value.ofMentor !== true);
      return ok(spentOn.length === 0 ? answer.value : { ...answer.value, spentOn });
    },
    async costBefore(request, drawn, kept) {
      const isByDay = drawn.spans.every((span) => span.startMs % DAY_MS === 0);
      const isServed = (await detector.known(request.caller, 'financial')) === 'served';
      const source = isByDay && isServed ? second : first;
      return source.costBefore(request, drawn, kept);
    },
    breakdown: (request, by) =>
      firstServed(
        () => second.breakdown(request, by),
        () => first.breakdown(request, by),
      ),
  };
}
