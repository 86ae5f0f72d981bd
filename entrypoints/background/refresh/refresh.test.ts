import { describe, expect, it } from 'vitest';
import { validateRequest } from '@/demo/contract';
import { believable, json, only } from '@/demo/fakes/fake-api';
import { fakeDeps, query, settle, startMs } from '@/demo/fakes/worker-dependencies';
import { shownCards } from '@/utils/cards/data';
import { DAY_MS } from '@/utils/figures/time/range';

const done = { ok: true, value: null };
const failed = (failure: object) => ({ ok: false, failure });

describe('a refresh', () => {
  it('fills the three cards, with their comparison, from one call for each figure and bar', async () => {
    const deps = fakeDeps();
    expect(await deps.worker()(query)).toEqual(done);
    const { cohorts, cost, feedback } = deps.cards();
    expect(cohorts?.data?.points.map((point) => point.newUsers)).toEqual(Array(7).fill(1));
    expect(cohorts?.data?.preceding?.points.map((point) => point.newUsers)).toEqual(
      Array(7).fill(1),
    );
    expect(cohorts?.data?.incomplete).toBe(false);
    expect(cost?.data?.total).toBe(7);
    // Up to half past twelve, as the range itself: its own total is not known by the minute here.
    expect(cost?.data?.compared?.preceding).toBeCloseTo(6 + 12.5 / 24, 6);
    expect(cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
    expect(feedback?.data?.points.map((point) => point.count)).toEqual(Array(7).fill(3));
    expect(feedback?.data?.preceding?.points.map((point) => point.count)).toEqual(Array(7).fill(3));
    expect(deps.asked()).toEqual({
      'user-cohorts-over-time': 2,
      'user-feedback': 1,
      'user-cost': 9,
    });
    for (const url of deps.requests) expect(validateRequest('GET', url)).toEqual([]);
    expect(new Set(deps.announced).size).toBe(1);
  });

  it('asks about the user, by way of the key’s owner', async () => {
    const deps = fakeDeps();
    await deps.worker()({ ...query, keyOwner: 'owner' });
    for (const url of deps.requests) expect(url.pathname).toContain('/orgs/acme/users/owner/');
    const named = deps.requests.flatMap((url) => url.searchParams.get('username') ?? []);
    expect(new Set(named)).toEqual(new Set(['ada']));
  });

  it('joins no reading that is asked in the name of another key owner', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    const both = [refresh(query), refresh({ ...query, keyOwner: 'owner' })];
    expect(await Promise.all(both)).toEqual([done, done]);
    const callers = deps.requests.map(({ pathname }) => pathname.split('/')[6]);
    expect(new Set(callers)).toEqual(new Set(['ada', 'owner']));
  });

  it('filters cohorts and feedback by the mentor, and asks for its cost besides', async () => {
    const deps = fakeDeps();
    await deps.worker()({ ...query, mentorId: 'm-1' });
    for (const url of deps.requests) {
      const filtered = /cohorts|feedback/.test(url.pathname) ? 'm-1' : null;
      expect(url.searchParams.get('mentor_id')).toBe(filtered);
    }
    expect(deps.cards({ mentorId: 'm-1' }).cost?.data?.mentor).toEqual({
      total: 7,
      mentorId: 'm-1',
    });
    expect(deps.cards()).toEqual({});
  });

  it.each([
    403, 404,
  ])('takes a mentor’s cost that is refused (%i) as no failure', async (status) => {
    const deps = fakeDeps(only('/mentors/', () => json({}, status)));
    expect(await deps.worker()({ ...query, mentorId: 'm-1' })).toEqual(done);
    const { cost } = deps.cards({ mentorId: 'm-1' });
    expect([cost?.failure, cost?.data?.total, cost?.data?.mentor]).toEqual([
      undefined,
      7,
      undefined,
    ]);
  });

  it('takes two calls for weeks of feedback, as a week may lie in both periods', async () => {
    const deps = fakeDeps();
    await deps.worker()({ ...query, range: { kind: '90d' } });
    expect(deps.asked()['user-feedback']).toBe(2);
  });
});

describe('the cache', () => {
  it('is fresh for 5 minutes, and stale after', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    await refresh(query);
    const before = deps.requests.length;
    deps.state.nowMs += 5 * 60_000 - 1;
    expect(await refresh(query)).toEqual(done);
    expect(deps.requests).toHaveLength(before);
    deps.state.nowMs += 1;
    await refresh(query);
    expect(deps.requests.length).toBeGreaterThan(before);
  });

  it('keeps the cost of spans that are over: a second reading costs the total and the comparison', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    await refresh(query);
    deps.requests.length = 0;
    const spent = only('user-cost', () => json({ total_cost: 7.25 }));
    deps.state.reply = spent;
    await refresh({ ...query, newerThanMs: deps.state.nowMs });
    // The total, and as much of the range before as has gone by of this one.
    expect(deps.asked()['user-cost']).toBe(2);
    const costs = deps.cards().cost?.data?.spans.map((span) => span.cost);
    expect(costs).toEqual([...Array(6).fill(1), 1.25]);
  });

  it('asks for the bar that runs where the bars did not add up, the total fell, or a day is new', async () => {
    let total = 7;
    const deps = fakeDeps((url) => {
      const isWhole = url.searchParams.get('start_date') === '2026-03-14T00:00:00Z';
      return isWhole && url.pathname.endsWith('user-cost/') && url.href.includes('03-21')
        ? json({ total_cost: total })
        : believable(url);
    });
    const refresh = deps.worker();
    const costCalls = async () => {
      deps.requests.length = 0;
      await refresh({ ...query, newerThanMs: deps.state.nowMs });
      return deps.asked()['user-cost'];
    };
    await refresh(query);
    total = 5;
    expect(await costCalls()).toBe(3);
    expect(deps.cards().cost?.data?.spans.at(-1)?.cost).toBe(1);
    total = 7;
    expect(await costCalls()).toBe(3);
    expect(await costCalls()).toBe(2);
    deps.state.nowMs += DAY_MS;
    // The total, the one of the week before, and the days that ended and that runs.
    expect(await costCalls()).toBe(4);
  });

  it('puts days that are kept together for longer bars, and for the range before', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    const week = (from: string, to: string) => ({ kind: 'custom', from, to }) as const;
    await refresh({ ...query, range: week('2026-03-02', '2026-03-08') });
    deps.requests.length = 0;
    await refresh({ ...query, range: week('2026-03-09', '2026-03-15') });
    // The total and seven days: the week before is the sum of its own.
    expect(deps.asked()['user-cost']).toBe(8);
    expect(
      deps.cards({ range: week('2026-03-09', '2026-03-15') }).cost?.data?.compared?.preceding,
    ).toBe(7);
    deps.requests.length = 0;
    await refresh({ ...query, range: week('2026-03-02', '2026-03-16') });
    const { cost } = deps.cards({ range: week('2026-03-02', '2026-03-16') });
    expect(cost?.data?.spans.map((span) => span.cost)).toEqual([2, 2, 2, 2, 2, 2, 2, 1]);
    // Two totals, and the day that was not kept.
    expect(deps.asked()['user-cost']).toBe(3);
  });

  it('keeps users of the range before, once these are over for good, and asks when they are not', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    await refresh(query);
    const { preceding } = deps.cards().cohorts?.data ?? {};
    deps.requests.length = 0;
    await refresh({ ...query, newerThanMs: deps.state.nowMs });
    expect(deps.asked()['user-cohorts-over-time']).toBe(1);
    expect(deps.cards().cohorts?.data?.preceding).toEqual(preceding);
    // On another day the range before is another one.
    deps.state.nowMs += DAY_MS;
    deps.requests.length = 0;
    await refresh(query);
    expect(deps.asked()['user-cohorts-over-time']).toBe(2);
    // The API may still be counting yesterday's users.
    const today = { kind: 'custom', from: '2026-03-21', to: '2026-03-21' } as const;
    await refresh({ ...query, range: today });
    deps.requests.length = 0;
    await refresh({ ...query, range: today, newerThanMs: deps.state.nowMs });
    expect(deps.asked()['user-cohorts-over-time']).toBe(2);
  });

  it('asks again for users of the range before when they could not be had', async () => {
    let cohorts = 0;
    const deps = fakeDeps((url) =>
      url.pathname.includes('cohorts') && ++cohorts === 2 ? json({}, 404) : believable(url),
    );
    const refresh = deps.worker();
    await refresh(query);
    expect(deps.cards().cohorts?.data?.preceding).toBeNull();
    await refresh({ ...query, newerThanMs: deps.state.nowMs });
    expect(deps.cards().cohorts?.data?.preceding?.points).toHaveLength(7);
  });

  it('keeps the cost of a span for good five minutes after its end, and not before', async () => {
    const midnightMs = Math.floor(startMs / DAY_MS) * DAY_MS;
    const lastKept = async (nowMs: number) => {
      const deps = fakeDeps();
      deps.state.nowMs = nowMs;
      await deps.worker()(query);
      return Math.max(...[...deps.spans.keys()].map((name) => Number(name.split(' ').at(-1))));
    };
    expect(await lastKept(midnightMs + 5 * 60_000 - 1)).toBe(midnightMs - DAY_MS);
    expect(await lastKept(midnightMs + 5 * 60_000)).toBe(midnightMs);
  });

  it('fault 52: keeps no cost for good that a clock a day ahead takes for final', async () => {
    const served = { date: new Date(startMs - 2 * DAY_MS).toUTCString() };
    const deps = fakeDeps((url) => {
      return url.pathname.endsWith('user-cost/')
        ? json({ total_cost: 1 }, 200, served)
        : believable(url);
    });
    await deps.worker()(query);
    const ends = [...deps.spans.keys()].map((name) => Number(name.split(' ').at(-1)));
    expect(Math.max(...ends)).toBeLessThanOrEqual(startMs - 2 * DAY_MS);
  });

  it('fault 52: takes figures from a time to come as stale', async () => {
    const deps = fakeDeps();
    await deps.worker()(query);
    const before = deps.requests.length;
    deps.state.nowMs -= DAY_MS;
    await deps.worker()(query);
    expect(deps.requests.length).toBeGreaterThan(before);
  });

  it('fault 44: says that it could not be written', async () => {
    const deps = fakeDeps();
    deps.state.writeFailure = { kind: 'storage' };
    expect(await deps.worker()(query)).toEqual(failed({ kind: 'storage' }));
  });

  it('a click joins no reading that began before it, or asks for less than it wants', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    await refresh(query);
    const cards = deps.cards();
    if (cards.cost) cards.cost.failure = { kind: 'timeout' };
    deps.requests.length = 0;
    const answers: (() => void)[] = [];
    deps.state.reply = (url) =>
      new Promise((resolve) => answers.push(() => resolve(believable(url))));
    const older = refresh(query);
    await settle();
    expect(Object.keys(deps.asked())).toEqual(['user-cost']);
    deps.state.nowMs += 1_000;
    const clicks = [1, 2].map(() => refresh({ ...query, newerThanMs: deps.state.nowMs - 1 }));
    await settle();
    deps.state.reply = believable;
    for (const answer of answers) answer();
    expect(await Promise.all([older, ...clicks])).toEqual([done, done, done]);
    expect(deps.asked()).toMatchObject({ 'user-cohorts-over-time': 1, 'user-feedback': 1 });
  });

  it('a command that is sent again finds only a card left that is not served: no failure', async () => {
    const deps = fakeDeps();
    const click = {
      ...query,
      newerThanMs: startMs,
      cards: [...shownCards, 'access-times'] as const,
    };
    deps.state.nowMs += 1;
    // A worker that was killed after the first three had been written.
    await deps.worker()({ ...click, cards: shownCards });
    deps.requests.length = 0;
    expect(await deps.worker()(click)).toEqual(done);
    expect(deps.asked()).not.toMatchObject({ 'user-cost': expect.anything() });
    expect(deps.cards()['access-times']?.failure).toEqual({ kind: 'not-served' });
    // Alone it is a failure, and so is what may pass.
    expect(await deps.worker()({ ...click, cards: ['access-times'] })).toEqual(
      failed({ kind: 'not-served' }),
    );
    deps.state.reply = () => json({}, 500);
    expect(await deps.worker()({ ...click, cards: [...shownCards, 'conversations'] })).toEqual(
      failed({ kind: 'server', status: 500 }),
    );
  });

  it('is not written again for a key that was deleted meanwhile', async () => {
    const deps = fakeDeps();
    const answers: (() => void)[] = [];
    deps.state.reply = (url) =>
      new Promise((resolve) => answers.push(() => resolve(believable(url))));
    const run = deps.worker()(query);
    await settle();
    deps.state.key = null;
    deps.state.reply = believable;
    for (const answer of answers) answer();
    await run;
    expect(deps.snapshots.size).toBe(0);
    expect(deps.announced).toEqual([]);
  });
});
