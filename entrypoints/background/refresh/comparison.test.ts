import { afterEach, describe, expect, it } from 'vitest';
import { expectedFigures } from '@/demo/expected/gen1';
import { demoDeps } from '@/demo/fakes/demo-dependencies';
import { query } from '@/demo/fakes/worker-dependencies';
import type { Generation } from '@/demo/server/control';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { addComparison } from './comparison';

const identity = { ...query, mentorId: null, keyFingerprint: 'key-1' };
let close = async () => {};
afterEach(() => close());

async function start(generation: Generation, range = query.range) {
  const deps = await demoDeps(generation);
  close = () => deps.demo.close();
  await deps.worker()({ ...query, keyOwner: 'ada', range });
  const add = () =>
    addComparison(deps.refreshDeps(), { identity, range, card: 'cost', keyOwner: 'ada' });
  const cost = () => deps.cards({ range }).cost;
  const from = deps.demo.requests.length;
  return { ...deps, add, cost, costCalls: () => deps.pathsFrom(from) };
}

describe.each<Generation>(['1', '2', 'both'])('the cost before, generation %s', (generation) => {
  it.each([
    { kind: '7d' },
    { kind: '30d' },
    { kind: '90d' },
    { kind: 'this-month' },
  ] as const)('is known bar by bar for %j, each as long as the one it stands behind', async (range) => {
    const deps = await start(generation, range);
    const before = deps.cost();
    expect(await deps.add()).toEqual({ ok: true, value: null });
    const { data, fetchedAtMs } = deps.cost() ?? {};
    expect(fetchedAtMs).toBe(before?.fetchedAtMs);
    expect(data).toMatchObject({ total: before?.data?.total, spans: before?.data?.spans });
    const shiftMs = data ? data.period.startMs - precedingPeriod(data.period).startMs : 0;
    expect(data?.precedingSpans).toHaveLength(data?.spans.length ?? -1);
    for (const [n, { startMs, endMs, cost }] of (data?.precedingSpans ?? []).entries()) {
      expect(startMs).toBe((data?.spans[n]?.startMs ?? 0) - shiftMs);
      const time = { startMs, endMs, nowMs: deps.state.nowMs, aggregation: 'daily' } as const;
      const who = { orgKey: 'acme', userName: 'ada', mentorId: null };
      expect(cost).toBeCloseTo(expectedFigures({ ...who, ...time }).cost, 5);
    }
  });
});

describe('the cost before', () => {
  it('is asked once: by one call where days are served, by one for each bar where not', async () => {
    const first = await start('1');
    await first.add();
    expect(first.costCalls()).toEqual(Array(7).fill('user-cost 200'));
    await first.add();
    expect(first.costCalls()).toHaveLength(7);
    await close();
    // If the API serves days, they arrive with the cost, and the change is computed from them.
    const second = await start('2');
    await second.add();
    expect(second.costCalls()).toEqual([]);
    await close();
    const both = await start('both');
    await both.add();
    expect(both.costCalls()).toEqual(['financial 200']);
  });

  it('leaves the card as it is when a bar can’t be had, or others have come meanwhile', async () => {
    const deps = await start('1');
    const before = structuredClone(deps.cost());
    const { reply } = deps.state;
    deps.state.reply = async () => new Response('{"detail": "no"}', { status: 403 });
    expect(await deps.add()).toEqual({ ok: true, value: null });
    expect(deps.cost()).toEqual(before);
    deps.state.reply = async (url, count, request) => {
      const cost = deps.cards().cost;
      if (cost?.data) cost.data.total = 12345;
      return reply(url, count, request);
    };
    await deps.add();
    expect(deps.cost()?.data).toMatchObject({ total: 12345, precedingSpans: null });
  });

  it('leaves the other cards as they are by now', async () => {
    const deps = await start('1');
    const newer = { failure: { kind: 'forbidden' as const }, failedAtMs: deps.state.nowMs };
    // They arrive after all checks, just before the bars are written.
    const refreshing = deps.refreshDeps(async (what) => {
      if (what === 'write') deps.cards().cohorts = newer;
    });
    await addComparison(refreshing, {
      identity,
      range: query.range,
      card: 'cost',
      keyOwner: 'ada',
    });
    expect(deps.cards().cohorts).toEqual(newer);
    expect(deps.cost()?.data?.precedingSpans).toHaveLength(7);
  });

  it('is nobody else’s: another key brings nothing', async () => {
    const deps = await start('1');
    deps.state.key = 'key-2';
    expect(await deps.add()).toEqual({ ok: false, failure: { kind: 'no-key' } });
    deps.state.key = null;
    expect(await deps.add()).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect(deps.costCalls()).toEqual([]);
  });
});
