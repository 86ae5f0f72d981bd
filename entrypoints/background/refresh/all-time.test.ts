// @vitest-environment node
import { expect, it } from 'vitest';
import { validateRequest } from '@/demo/contract';
import { FIRST_DAY } from '@/demo/data/people';
import { visitsOf } from '@/demo/data/visits';
import { inProcessDeps } from '@/demo/fakes/in-process-dependencies';
import { cardNames, chosenCards } from '@/utils/cards/data';
import { kpis } from '@/utils/cards/kpis';
import { cardsMissing, figuresShown } from '@/utils/cards/state';
import { DAY_MS } from '@/utils/figures/time/range';

const range = { kind: 'all' } as const;
/** The demo began in January of that year. */
const NOW = Date.UTC(2023, 8, 20, 12, 30);
const panel = chosenCards('panel', null);

async function allTime(generation: '1' | '2' | 'both') {
  const deps = inProcessDeps(generation, 'acme');
  deps.state.nowMs = NOW;
  const outcome = await deps.worker()({ ...deps.ask, range, cards: panel });
  return { deps, outcome, cards: deps.cards({ ...deps.ask, range }) };
}

it('is the time since the first figure by the month, of all that the second generation has', async () => {
  const { deps, cards } = await allTime('2');
  // Counted from the visits without the demo API's code.
  const visits = visitsOf('acme', FIRST_DAY * DAY_MS, deps.state.nowMs, deps.state.nowMs);
  const months = Array.from({ length: 9 }, (_, n) =>
    visits.filter(({ atMs }) => atMs >= Date.UTC(2023, n, 1) && atMs < Date.UTC(2023, n + 1, 1)),
  );
  const people = (them: typeof visits) => new Set(them.map(({ person }) => person.name)).size;
  expect(
    cards['active-users']?.data?.points.map(({ startMs, active }) => [startMs, active]),
  ).toEqual(months.map((month, n) => [Date.UTC(2023, n, 1), people(month)]));
  expect(cards.conversations?.data?.points.map(({ conversations }) => conversations)).toEqual(
    months.map(({ length }) => length),
  );
  const figures = kpis(figuresShown(cards, panel));
  expect(figures['active-users']?.value).toBe(people(visits));
  expect(figures.conversations?.value).toBe(visits.length);
  const adas = visits.filter(({ person }) => person.name === 'ada');
  const micros = adas.reduce((sum, { costMicros }) => sum + costMicros, 0);
  expect(figures.cost?.value).toBe(micros / 1e6);
  expect(cards.cost?.data?.spans).toHaveLength(9);
  expect(cards.topics?.data?.total).toBe(new Set(visits.map(({ topic }) => topic)).size);
  expect(cards['access-times']?.data?.hours.reduce((sum, count) => sum + count, 0)).toBe(
    visits.reduce((sum, { messages }) => sum + messages, 0),
  );
  expect(cardsMissing(cards, panel)).toEqual([]);
  // Before all time there is nothing to compare with.
  expect(Object.values(figures).every(({ compared }) => compared === null)).toBe(true);
  for (const url of deps.requests) {
    expect(url.searchParams.get('date_filter')).toBe('all_time');
    expect(url.searchParams.has('start_date')).toBe(false);
    expect(validateRequest('GET', url)).toEqual([]);
  }
});

it('takes eight calls of a deployment that nobody knows, and none within five minutes', async () => {
  const { deps } = await allTime('2');
  expect(
    deps.requests.map(({ pathname }) => pathname.split('/').slice(3, -1).join('/')).sort(),
  ).toEqual([
    ...['conversations', 'financial', 'ratings', 'sessions'],
    ...['time', 'topics/details', 'users', 'users'],
  ]);
  const before = deps.requests.length;
  deps.state.nowMs += 4 * 60_000;
  await deps.worker()({ ...deps.ask, range, cards: panel });
  expect(deps.requests).toHaveLength(before);
});

it('is told of what stands in for the figures of which the first generation has no all time', async () => {
  const { deps, cards } = await allTime('both');
  expect(Object.keys(figuresShown(cards, panel)).sort()).toEqual([
    'access-times',
    'active-users',
    'conversations',
    'cost',
    'ratings',
    'topics',
  ]);
  expect(deps.requests.filter(({ pathname }) => pathname.includes('/ai-analytics/'))).toEqual([]);
});

it('is nothing that the first generation has: every card says so, and no other range is asked', async () => {
  const { deps, outcome, cards } = await allTime('1');
  expect(outcome).toEqual({ ok: false, failure: { kind: 'no-all-time' } });
  for (const name of panel) expect(cards[name]?.failure).toEqual({ kind: 'no-all-time' });
  expect(deps.requests.every(({ pathname }) => pathname.includes('/api/analytics/'))).toBe(true);
  const before = deps.requests.length;
  await deps.worker()({ ...deps.ask, range, cards: cardNames });
  expect(deps.requests).toHaveLength(before);
});
