import type { CostData } from '@/utils/analytics/card-data';
import { DAY_MS } from '@/utils/analytics/range';
import { ok, type Result } from '@/utils/failure';
import type { Caller } from './ask';
import type { Asking } from './asking';
import type { Client } from './client';
import { fetchCost } from './first/cost';
import { firstSource } from './first/source';
import { inTurn } from './in-turn';
import type { Scout } from './scout';
import { secondSource } from './second/source';
import type { ServedStore } from './served';
import type { CostReading, Source } from './source';
import { spentOnOf } from './spent-on';

/**
 * The figures of a deployment, from whichever generation of the API it serves: the richer answer
 * where there are both.
 */
export function eitherSource(
  client: Client,
  store: Pick<ServedStore, 'read'>,
  scout: Pick<Scout, 'known'>,
): Source {
  const first = firstSource(client);
  const second = secondSource(client);
  const firstThenSecond = <T>(ask: (source: Source) => Promise<Result<T>>) =>
    inTurn(
      () => ask(first),
      () => ask(second),
    );

  function costOf(asking: Asking, reading: CostReading): Promise<Result<CostData>> {
    const headline = () => first.cost(asking, reading);
    const byDay = () => second.cost({ ...asking, mentorId: null }, reading);
    // A person's cost with one mentor is beyond the first generation, hours are beyond the second.
    if (asking.mentorId !== null) {
      return inTurn(() => withMentor(asking, reading), headline, byDay);
    }
    return asking.period.aggregation === 'hourly'
      ? inTurn(headline, byDay)
      : inTurn(() => both(asking, reading), byDay);
  }

  /** With one mentor; a mentor that is not to be had so costs nothing but the filter. */
  async function withMentor(asking: Asking, reading: CostReading): Promise<Result<CostData>> {
    const answer = await second.cost(asking, reading);
    if (answer.ok || !['not-found', 'forbidden'].includes(answer.failure.kind)) return answer;
    const overall = await first.cost(asking, reading);
    return overall.ok ? overall : answer;
  }

  /** The first generation's headline over the second's bars, as far as they are served. */
  async function both(asking: Asking, reading: CostReading): Promise<Result<CostData>> {
    const bars = second.cost(asking, reading);
    if (await seemsSecondAlone(asking.caller, bars)) return bars;
    const drawn = bars.then((answer) => (answer.ok ? answer.value.spans : null));
    const headline = await fetchCost(client, asking, reading, drawn);
    const alone = await bars;
    return !headline.ok && alone.ok ? alone : headline;
  }

  /** An operation that nobody asked yet is taken to be missing where its sibling is: a call less. */
  async function seemsSecondAlone(caller: Caller, bars: Promise<Result<CostData>>) {
    if ((await scout.known(caller, 'cost')) !== null || !(await bars).ok) return false;
    return (await scout.known(caller, 'cohorts')) === 'missing';
  }

  return {
    cohorts: (asking, card) => firstThenSecond((source) => source.cohorts(asking, card)),
    feedback: (asking) => firstThenSecond((source) => source.feedback(asking)),
    async cost(asking, reading) {
      const answer = await costOf(asking, reading);
      if (!answer.ok) return answer;
      const offered = spentOnOf(await store.read(asking.caller), asking.nowMs);
      const spentOn = offered.filter((by) => by === 'model' || answer.value.ofMentor !== true);
      return ok(spentOn.length === 0 ? answer.value : { ...answer.value, spentOn });
    },
    async costBefore(asking, drawn, kept) {
      const isByDay = drawn.spans.every((span) => span.startMs % DAY_MS === 0);
      const isServed = (await scout.known(asking.caller, 'financial')) === 'served';
      const source = isByDay && isServed ? second : first;
      return source.costBefore(asking, drawn, kept);
    },
    breakdown: (asking, by) =>
      inTurn(
        () => second.breakdown(asking, by),
        () => first.breakdown(asking, by),
      ),
  };
}
