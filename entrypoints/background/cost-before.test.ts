import { afterEach, describe, expect, it } from 'vitest';
import type { Generation } from '@/demo/control';
import { expectedFigures } from '@/demo/expected';
import { bringCostBefore } from './cost-before';
import { demoWorld } from './demo-world';
import { query } from './fake-world';

const identity = { ...query, mentorId: null, keyFingerprint: 'key-1' };
let close = async () => {};
afterEach(() => close());

async function start(generation: Generation, range = query.range) {
  const world = await demoWorld(generation);
  close = () => world.demo.close();
  await world.worker()({ ...query, keyOwner: 'ada', range });
  const bring = () => bringCostBefore(world.worldOf(), { identity, range, keyOwner: 'ada' });
  const cost = () => world.cards({ range }).cost;
  const from = world.demo.requests.length;
  return { ...world, bring, cost, costCalls: () => world.pathsFrom(from) };
}

describe.each<Generation>(['1', '2', 'both'])('the cost before, generation %s', (generation) => {
  it.each([
    { kind: '7d' },
    { kind: '30d' },
    { kind: '90d' },
    { kind: 'this-month' },
  ] as const)('is known bar by bar for %j, each as long as the one it stands behind', async (range) => {
    const world = await start(generation, range);
    const before = world.cost();
    expect(await world.bring()).toEqual({ ok: true, value: null });
    const { data, fetchedAtMs } = world.cost() ?? {};
    expect(fetchedAtMs).toBe(before?.fetchedAtMs);
    expect(data).toMatchObject({ total: before?.data?.total, spans: before?.data?.spans });
    const lengthMs = (data?.period.endMs ?? 0) - (data?.period.startMs ?? 0);
    expect(data?.precedingSpans).toHaveLength(data?.spans.length ?? -1);
    for (const [n, { startMs, endMs, cost }] of (data?.precedingSpans ?? []).entries()) {
      expect(startMs).toBe((data?.spans[n]?.startMs ?? 0) - lengthMs);
      const time = { startMs, endMs, nowMs: world.state.nowMs, aggregation: 'daily' } as const;
      const who = { orgKey: 'acme', userName: 'ada', mentorId: null };
      expect(cost).toBeCloseTo(expectedFigures({ ...who, ...time }).cost, 5);
    }
  });
});

describe('the cost before', () => {
  it('is asked once: by one call where days are served, by one for each bar where not', async () => {
    const first = await start('1');
    await first.bring();
    expect(first.costCalls()).toEqual(Array(7).fill('user-cost 200'));
    await first.bring();
    expect(first.costCalls()).toHaveLength(7);
    await close();
    const second = await start('2');
    await second.bring();
    expect(second.costCalls()).toEqual(['financial 200']);
  });

  it('leaves the card as it is when a bar can’t be had, or others have come meanwhile', async () => {
    const world = await start('1');
    const before = structuredClone(world.cost());
    const { reply } = world.state;
    world.state.reply = async () => new Response('{"detail": "no"}', { status: 403 });
    expect(await world.bring()).toEqual({ ok: true, value: null });
    expect(world.cost()).toEqual(before);
    world.state.reply = async (url, count, request) => {
      const cost = world.cards().cost;
      if (cost?.data) cost.data.total = 12345;
      return reply(url, count, request);
    };
    await world.bring();
    expect(world.cost()?.data).toMatchObject({ total: 12345, precedingSpans: null });
  });

  it('is nobody else’s: another key brings nothing', async () => {
    const world = await start('1');
    world.state.key = 'key-2';
    expect(await world.bring()).toEqual({ ok: false, failure: { kind: 'no-key' } });
    world.state.key = null;
    expect(await world.bring()).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect(world.costCalls()).toEqual([]);
  });
});
