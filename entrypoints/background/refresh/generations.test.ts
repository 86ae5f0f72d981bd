// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateRequest } from '@/demo/contract';
import { expectedFigures } from '@/demo/expected/gen1';
import { expectedGen2 } from '@/demo/expected/gen2';
import { demoDeps } from '@/demo/fakes/demo-dependencies';
import { query, startMs } from '@/demo/fakes/worker-dependencies';
import type { Generation } from '@/demo/server/control';
import { costMismatch } from '@/utils/cards/cost/kpi';
import { kpis } from '@/utils/cards/kpis';
import { cardsShown, figuresShown } from '@/utils/cards/state';
import { periodOf } from '@/utils/figures/time/period';
import { DAY_MS, type Range } from '@/utils/figures/time/range';

const range: Range = { kind: '30d' };
const period = periodOf(range, startMs);
const time = { orgKey: 'acme', startMs: period.startMs, endMs: period.endMs, nowMs: startMs };
const first = expectedFigures({ ...time, userName: 'ada', aggregation: 'daily' });
const second = expectedGen2({ ...time, userName: 'ada' });
const ask = { ...query, range };

type Deps = Awaited<ReturnType<typeof demoDeps>>;
let deps: Deps;
let refresh: ReturnType<Deps['worker']>;

async function begin(generation: Generation) {
  deps = await demoDeps(generation);
  refresh = deps.worker();
}
afterEach(() => deps.demo.close());

/** The figures shown, and what takes the place of those that are not. */
function seen() {
  const values = Object.entries(kpis(figuresShown(deps.cards({ range }))));
  return Object.fromEntries(values.map(([name, kpi]) => [name, kpi.value]));
}
const failures = () => {
  const cards = deps.cards({ range });
  return cardsShown(cards).map((name) => cards[name]?.failure?.kind ?? null);
};

describe.each(['1', '2', 'both', 'neither'] as const)('a deployment with %s', (generation) => {
  beforeEach(() => begin(generation));

  it('is asked for nothing twice that it lacks, and for nothing that its schema does not know', async () => {
    await refresh(ask);
    await refresh({ ...ask, newerThanMs: deps.state.nowMs });
    await refresh({ ...ask, range: { kind: '7d' } });
    const missing = deps.demo.requests.filter(({ status }) => status === 404);
    const paths = missing.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const url of deps.requests) expect(validateRequest('GET', url), url.href).toEqual([]);
  });

  it('is asked again after a week', async () => {
    await refresh(ask);
    const before = deps.demo.requests.length;
    deps.state.nowMs += 6 * DAY_MS;
    await refresh(ask);
    const again = deps.pathsFrom(before).filter((path) => path.endsWith(' 404'));
    // A deployment of which nothing answers may be one that restarts, so it is asked at each opening.
    expect(again).toHaveLength(generation === 'neither' ? 6 : 0);
    deps.state.nowMs += 8 * DAY_MS;
    await refresh(ask);
    const missing = deps.pathsFrom(before + again.length).filter((path) => path.endsWith(' 404'));
    // Nothing is known any more, so both generations are asked at once.
    const lacks = { '1': 3, '2': 3, both: 0, neither: 6 };
    expect(missing).toHaveLength(lacks[generation]);
  });
});

describe('what is shown', () => {
  it('of the first generation: its own figures', async () => {
    await begin('1');
    expect(await refresh(ask)).toEqual({ ok: true, value: null });
    expect(seen()).toMatchObject({
      'new-users': first.newUsers,
      'veteran-users': first.veteranAverage,
      cost: first.cost,
      feedback: first.feedback,
    });
    expect(deps.cards({ range }).cost?.data?.spans.length).toBeLessThanOrEqual(13);
  });

  it('of the second: cost in one call for each range, and the rest by its own name', async () => {
    await begin('2');
    expect(await refresh(ask)).toEqual({ ok: true, value: null });
    // The day that runs is no day yet: it would count as much as a whole one.
    const rated = second.ratingByDay.slice(0, -1).filter((rating) => rating !== null);
    expect(seen()).toMatchObject({
      'new-users': null,
      'veteran-users': null,
      cost: second.cost,
      feedback: null,
      'active-users': second.activeUsers,
      'average-rating': expect.closeTo(rated.reduce((a, b) => a + b, 0) / rated.length, 9),
    });
    const { 'active-users': users, cost } = deps.cards({ range });
    expect(users?.data?.points.map(({ active }) => active)).toEqual(second.activeByDay);
    expect(cost?.data?.spans.map((span) => span.cost)).toEqual(second.costByDay);
    expect(cost?.data?.compared?.preceding).toBeGreaterThan(0);
    expect(cost?.data?.spentOn).toEqual(['model', 'mentor', 'provider', 'action', 'person']);
    const from = deps.demo.requests.length;
    await refresh({ ...ask, range: { kind: '90d' } });
    const asked = deps.pathsFrom(from);
    expect(asked.filter((path) => /cost|financial/.test(path))).toEqual(
      Array(2).fill('financial 200'),
    );
  });

  it('of the second, of which nothing is known yet: the cost from whichever of both answers', async () => {
    await begin('2');
    await refresh(ask);
    const asked = deps.pathsFrom(0).filter((path) => /cost|financial/.test(path));
    expect(asked.sort()).toEqual(['financial 200', 'financial 200', 'user-cost 404']);
  });

  it('of both: the first’s headline over the second’s bars, which agree', async () => {
    await begin('both');
    await refresh(ask);
    expect(seen()).toMatchObject({ 'new-users': first.newUsers, cost: first.cost });
    const { cost } = deps.cards({ range });
    expect(cost?.data?.spans.map((span) => span.cost)).toEqual(second.costByDay);
    expect(cost?.data && costMismatch(cost.data)).toBeNull();
    const asked = deps.pathsFrom(0).filter((path) => /cost|financial/.test(path));
    expect(asked.sort()).toEqual(['financial 200', 'user-cost 200', 'user-cost 200']);
  });

  it('of both, where the second has a total alone: over bars of the first, not over zeros', async () => {
    await begin('both');
    const total = { value: String(first.cost), overtime: [], filters: {}, comparison_info: {} };
    deps.demo.control.add({ match: 'analytics/financial', body: total });
    await refresh(ask);
    const { cost } = deps.cards({ range });
    expect(cost?.data?.total).toBe(first.cost);
    expect(cost?.data?.spans.length).toBeGreaterThan(5);
    expect(cost?.data && costMismatch(cost.data)).toBeNull();
  });

  it('of both, where they disagree: so much is missing', async () => {
    await begin('both');
    deps.demo.control.add({ match: 'user-cost', body: { total_cost: first.cost + 1 } });
    await refresh(ask);
    const { cost } = deps.cards({ range });
    expect(cost?.data && costMismatch(cost.data)).toBeCloseTo(1, 6);
  });

  it('of neither: that it is not served, and no figure', async () => {
    await begin('neither');
    expect(await refresh(ask)).toEqual({ ok: false, failure: { kind: 'not-served' } });
    expect(failures()).toEqual(['not-served', 'not-served', 'not-served']);
    expect(new Set(Object.values(seen()))).toEqual(new Set([null]));
  });
});

const missings = ['page', 'detail', 'gone'] as const;
const changes: [Generation, Generation][] = [
  ['1', '2'],
  ['2', '1'],
  ['both', '1'],
  ['both', '2'],
];

describe.each(missings)('where what is missing is answered with a %s', (missing) => {
  it.each(changes)('a change overnight from %s to %s shows at the next refresh', async (a, b) => {
    await begin(a);
    deps.demo.control.behaviour.missing = missing;
    await refresh(ask);
    deps.state.nowMs += 10 * 3_600_000;
    deps.demo.control.generation = b;
    expect(await refresh({ ...ask, newerThanMs: deps.state.nowMs })).toEqual({
      ok: true,
      value: null,
    });
    expect(failures()).toEqual([null, null, null]);
    expect(cardsShown(deps.cards({ range }))).toEqual(
      b === '2' ? ['active-users', 'cost', 'ratings'] : ['cohorts', 'cost', 'feedback'],
    );
  });
});

it('an account that the first generation does not know takes it from nobody else', async () => {
  await begin('both');
  await refresh(ask);
  const { reply } = deps.state;
  deps.state.reply = async (url, count, request) =>
    url.pathname.includes('/users/stranger/')
      ? new Response('{"detail": "Not found."}', { status: 404 })
      : reply(url, count, request);
  deps.state.nowMs += 60_000;
  await refresh({ ...ask, user: 'stranger' });
  deps.state.nowMs += 10 * 60_000;
  const before = deps.demo.requests.length;
  await refresh(ask);
  expect(cardsShown(deps.cards({ range }))).toEqual(['cohorts', 'cost', 'feedback']);
  expect(deps.pathsFrom(before)).toContain('user-cohorts-over-time 200');
});

describe('a key that the first generation takes and the second refuses', () => {
  beforeEach(() => begin('both'));

  it('stays a good key: all figures come by the first', async () => {
    const { reply } = deps.state;
    deps.state.reply = async (url, count, request) =>
      url.pathname.startsWith('/api/analytics/')
        ? new Response('{"detail": "Invalid token."}', { status: 401 })
        : reply(url, count, request);
    expect(await refresh({ ...ask, keyOwner: 'ada' })).toEqual({ ok: true, value: null });
    expect(failures()).toEqual([null, null, null]);
    expect(seen().cost).toBeCloseTo(first.cost, 6);
    expect([...deps.refusals.keys()]).toEqual([]);
  });

  it('fault 16: refused by both it is refused, and asked with no more', async () => {
    deps.state.reply = async () => new Response('{"detail": "Invalid token."}', { status: 401 });
    expect(await refresh(ask)).toMatchObject({ ok: false, failure: { kind: 'key-rejected' } });
    expect([...deps.refusals.keys()]).toEqual([expect.stringContaining('key-1')]);
    const before = deps.requests.length;
    await refresh({ ...ask, newerThanMs: deps.state.nowMs });
    expect(deps.requests).toHaveLength(before);
  });
});
