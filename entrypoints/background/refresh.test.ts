import { describe, expect, it } from 'vitest';
import { validateRequest } from '@/demo/contract';
import { DAY_MS } from '@/utils/analytics/range';
import { believable, json, only } from './fake-api';
import { fakeWorld, query, settle, startMs } from './fake-world';

const done = { ok: true, value: null };
const failed = (failure: object) => ({ ok: false, failure });

describe('a refresh', () => {
  it('fills the three cards, with their comparison, from one call for each figure and bar', async () => {
    const world = fakeWorld();
    expect(await world.worker()(query)).toEqual(done);
    const { cohorts, cost, feedback } = world.cards();
    expect(cohorts?.data?.points.map((point) => point.newUsers)).toEqual(Array(7).fill(1));
    expect(cohorts?.data?.preceding).toMatchObject({ newUsers: 7, veteranAverage: 2 });
    expect(cohorts?.data?.incomplete).toBe(false);
    expect(cost?.data?.total).toBe(7);
    expect(cost?.data?.precedingTotal).toBe(7);
    expect(cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
    expect(feedback?.data?.points.map((point) => point.count)).toEqual(Array(7).fill(3));
    expect(feedback?.data?.preceding?.count).toBe(21);
    expect(world.asked()).toEqual({
      'user-cohorts-over-time': 2,
      'user-feedback': 1,
      'user-cost': 9,
    });
    for (const url of world.requests) expect(validateRequest('GET', url)).toEqual([]);
    expect(new Set(world.announced).size).toBe(1);
  });

  it('asks about the user, by way of the key’s owner', async () => {
    const world = fakeWorld();
    await world.worker()({ ...query, keyOwner: 'owner' });
    for (const url of world.requests) expect(url.pathname).toContain('/orgs/acme/users/owner/');
    const named = world.requests.flatMap((url) => url.searchParams.get('username') ?? []);
    expect(new Set(named)).toEqual(new Set(['ada']));
  });

  it('filters cohorts and feedback by the mentor, and asks for its cost besides', async () => {
    const world = fakeWorld();
    await world.worker()({ ...query, mentorId: 'm-1' });
    for (const url of world.requests) {
      const filtered = /cohorts|feedback/.test(url.pathname) ? 'm-1' : null;
      expect(url.searchParams.get('mentor_id')).toBe(filtered);
    }
    expect(world.cards({ mentorId: 'm-1' }).cost?.data?.mentor).toEqual({
      total: 7,
      mentorId: 'm-1',
    });
    expect(world.cards()).toEqual({});
  });

  it.each([
    403, 404,
  ])('takes a mentor’s cost that is refused (%i) as no failure', async (status) => {
    const world = fakeWorld(only('/mentors/', () => json({}, status)));
    expect(await world.worker()({ ...query, mentorId: 'm-1' })).toEqual(done);
    const { cost } = world.cards({ mentorId: 'm-1' });
    expect([cost?.failure, cost?.data?.total, cost?.data?.mentor]).toEqual([
      undefined,
      7,
      undefined,
    ]);
  });

  it('takes two calls for weeks of feedback, as a week may lie in both periods', async () => {
    const world = fakeWorld();
    await world.worker()({ ...query, range: { kind: '90d' } });
    expect(world.asked()['user-feedback']).toBe(2);
  });
});

describe('the cache', () => {
  it('is fresh for 5 minutes, and stale after', async () => {
    const world = fakeWorld();
    const refresh = world.worker();
    await refresh(query);
    const before = world.requests.length;
    world.state.nowMs += 5 * 60_000 - 1;
    expect(await refresh(query)).toEqual(done);
    expect(world.requests).toHaveLength(before);
    world.state.nowMs += 1;
    await refresh(query);
    expect(world.requests.length).toBeGreaterThan(before);
  });

  it('keeps the cost of spans that are over: a second reading costs two calls', async () => {
    const world = fakeWorld();
    const refresh = world.worker();
    await refresh(query);
    world.requests.length = 0;
    await refresh({ ...query, newerThanMs: world.state.nowMs });
    expect(world.asked()['user-cost']).toBe(2);
    expect(world.cards().cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
  });

  it('keeps users of the range before, once these are over for good, and asks when they are not', async () => {
    const world = fakeWorld();
    const refresh = world.worker();
    await refresh(query);
    const { preceding } = world.cards().cohorts?.data ?? {};
    world.requests.length = 0;
    await refresh({ ...query, newerThanMs: world.state.nowMs });
    expect(world.asked()['user-cohorts-over-time']).toBe(1);
    expect(world.cards().cohorts?.data?.preceding).toEqual(preceding);
    // Another day's range has another one before it.
    world.state.nowMs += DAY_MS;
    world.requests.length = 0;
    await refresh(query);
    expect(world.asked()['user-cohorts-over-time']).toBe(2);
    // Yesterday's users may still be counted.
    const today = { kind: 'custom', from: '2026-03-21', to: '2026-03-21' } as const;
    await refresh({ ...query, range: today });
    world.requests.length = 0;
    await refresh({ ...query, range: today, newerThanMs: world.state.nowMs });
    expect(world.asked()['user-cohorts-over-time']).toBe(2);
  });

  it('asks again for users of the range before when they could not be had', async () => {
    let cohorts = 0;
    const world = fakeWorld((url) =>
      url.pathname.includes('cohorts') && ++cohorts === 2 ? json({}, 404) : believable(url),
    );
    const refresh = world.worker();
    await refresh(query);
    expect(world.cards().cohorts?.data?.preceding).toBeNull();
    await refresh({ ...query, newerThanMs: world.state.nowMs });
    expect(world.cards().cohorts?.data?.preceding).toMatchObject({ newUsers: 7 });
  });

  it('fault 52: keeps no cost for good that a clock a day ahead takes for final', async () => {
    const served = { date: new Date(startMs - 2 * DAY_MS).toUTCString() };
    const world = fakeWorld((url) => {
      return url.pathname.endsWith('user-cost/')
        ? json({ total_cost: 1 }, 200, served)
        : believable(url);
    });
    await world.worker()(query);
    const ends = [...world.spans.keys()].map((name) => Number(name.split(' ').at(-1)));
    expect(Math.max(...ends)).toBeLessThanOrEqual(startMs - 2 * DAY_MS);
  });

  it('fault 52: takes figures from a time to come as stale', async () => {
    const world = fakeWorld();
    await world.worker()(query);
    const before = world.requests.length;
    world.state.nowMs -= DAY_MS;
    await world.worker()(query);
    expect(world.requests.length).toBeGreaterThan(before);
  });

  it('fault 44: says that it could not be written', async () => {
    const world = fakeWorld();
    world.state.writeFailure = { kind: 'storage' };
    expect(await world.worker()(query)).toEqual(failed({ kind: 'storage' }));
  });

  it('is not written again for a key that was deleted meanwhile', async () => {
    const world = fakeWorld();
    const answers: (() => void)[] = [];
    world.state.reply = (url) =>
      new Promise((resolve) => answers.push(() => resolve(believable(url))));
    const run = world.worker()(query);
    await settle();
    world.state.key = null;
    world.state.reply = believable;
    for (const answer of answers) answer();
    await run;
    expect(world.snapshots.size).toBe(0);
    expect(world.announced).toEqual([]);
  });
});
