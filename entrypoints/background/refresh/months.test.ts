// @vitest-environment node
import { expect, it } from 'vitest';
import { expectedConversations } from '@/demo/expected/conversations';
import { expectedFigures } from '@/demo/expected/gen1';
import { expectedGen2 } from '@/demo/expected/gen2';
import { inProcessDeps } from '@/demo/fakes/in-process-dependencies';
import { cardNames, shownCards } from '@/utils/cards/data';
import { sumMoney } from '@/utils/figures/kpi';
import { type Interval, periodOf } from '@/utils/figures/time/period';
import { DAY_MS } from '@/utils/figures/time/range';

const range = { kind: '12m' } as const;

/** Twelve months of all cards, and the demo's figures of any interval. */
async function twelveMonths(generation: '1' | '2') {
  const deps = inProcessDeps(generation, 'acme');
  const nowMs = deps.state.nowMs;
  await deps.worker()({ ...deps.ask, range, cards: cardNames });
  const cards = deps.cards({ ...deps.ask, range });
  const whose = { orgKey: 'acme', userName: 'ada', nowMs };
  const first = (time: Interval, askedFromMs = time.startMs) =>
    expectedFigures({ ...whose, ...time, aggregation: 'daily', askedFromMs });
  const second = (time: Interval) => expectedGen2({ ...whose, ...time });
  const talk = (time: Interval) => expectedConversations({ ...whose, ...time });
  const { startMs, endMs } = periodOf(range, nowMs);
  const at = (month: number) => Date.UTC(2025, 3 + month, 1);
  expect([startMs, at(11)]).toEqual([at(0), Date.UTC(2026, 2, 1)]);
  const months = Array.from({ length: 12 }, (_, n) => ({
    startMs: at(n),
    endMs: Math.min(at(n + 1), endMs),
  }));
  return { deps, cards, first, second, talk, months, startMs };
}

it('has what adds up by the month in the first generation, and the people by the day', async () => {
  const { cards, first, talk, months, startMs } = await twelveMonths('1');
  expect(cards.feedback?.data?.points.map(({ count }) => count)).toEqual(
    months.map((month) => first(month).feedback),
  );
  expect(cards.conversations?.data?.points.map(({ conversations }) => conversations)).toEqual(
    months.map((month) => talk(month).conversations),
  );
  expect(cards.cost?.data?.spans).toEqual(
    months.map((month, n) => ({ ...month, open: n === 11, cost: first(month).cost })),
  );
  const { byMonth, points } = cards.cohorts?.data ?? {};
  expect(byMonth).toBe(true);
  const whole = { startMs, endMs: months[11]?.endMs ?? 0 };
  expect(points?.map(({ veteranUsers }) => veteranUsers)).toEqual(first(whole).veterans);
});

it("has the API's own months of people in the second generation", async () => {
  const { cards, second, talk, months } = await twelveMonths('2');
  expect(cards['active-users']?.data?.points).toEqual(
    months.map((month) => ({
      startMs: month.startMs,
      active: second(month).activeUsers,
      registered: second(month).registeredUsers,
    })),
  );
  expect(cards.conversations?.data?.points).toEqual(
    months.map((month) => ({
      startMs: month.startMs,
      conversations: talk(month).conversations,
      // A session lasts a day at most.
      sessions: talk(month).sessions,
    })),
  );
  const { total = 0, spans = [] } = cards.cost?.data ?? {};
  expect(spans.map(({ cost }) => cost)).toEqual(months.map((month) => second(month).cost));
  expect(sumMoney(spans.map(({ cost }) => cost ?? 0))).toBe(total);
});

it('asks for a month that is over once', async () => {
  const deps = inProcessDeps('1', 'acme');
  const calls = async (days: number) => {
    deps.state.nowMs += days * DAY_MS;
    const from = deps.requests.length;
    await deps.worker()({ ...deps.ask, range, cards: shownCards });
    const paths = deps.requests.slice(from).map(({ pathname }) => pathname.split('/').at(-2));
    return [paths.length, paths.filter((path) => path === 'user-cost').length];
  };
  // The total, what it is compared with, and twelve months; people twice and whether they add up;
  // feedback; three calls find out what this deployment lacks.
  expect(await calls(0)).toEqual([21, 14]);
  expect(await calls(1)).toEqual([6, 3]);
  expect(await calls(0)).toEqual([0, 0]);
  // March is over, and April begins; after a week it is found out again what is lacking.
  expect(await calls(11)).toEqual([11, 4]);
});
