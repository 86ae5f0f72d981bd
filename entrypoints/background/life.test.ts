import { describe, expect, it, vi } from 'vitest';
import { believable, silence } from './fake-api';
import { fakeWorld, query, settle, startMs } from './fake-world';

const done = { ok: true, value: null };

describe('life cycle', () => {
  it('fault 62: popup, panel and two windows at once are one request', async () => {
    const world = fakeWorld();
    const refresh = world.worker();
    const alone = fakeWorld();
    await alone.worker()(query);
    expect(await Promise.all([query, query, query, query].map(refresh))).toEqual(
      Array(4).fill(done),
    );
    expect(world.requests).toHaveLength(alone.requests.length);
  });

  it('fault 62: Refresh joins a reading that asks, and is not swallowed by one that does not', async () => {
    const world = fakeWorld();
    const refresh = world.worker();
    await Promise.all([refresh(query), refresh({ ...query, newerThanMs: world.state.nowMs })]);
    const once = world.requests.length;
    expect(once).toBe(12);
    await Promise.all([refresh(query), refresh({ ...query, newerThanMs: world.state.nowMs })]);
    expect(world.requests.length).toBeGreaterThan(once);
  });

  it('fault 61: a page that closed takes nothing away: its figures wait in the cache', async () => {
    const world = fakeWorld();
    const refresh = world.worker();
    refresh(query);
    await settle();
    const before = world.requests.length;
    expect(await refresh(query)).toEqual(done);
    expect(world.requests).toHaveLength(before);
  });

  it('fault 55, fault 57: a worker killed after its writes leaves nothing to ask', async () => {
    const world = fakeWorld();
    await world.worker()(query);
    const before = world.requests.length;
    expect(await world.worker()(query)).toEqual(done);
    expect(world.requests).toHaveLength(before);
  });

  it.each([
    1, 2, 3, 5, 8, 11,
  ])('fault 56: killed after %i answers it asks for none of them again that it could keep', async (answers) => {
    const world = fakeWorld((url, count) => (count > answers ? silence() : believable(url)));
    world.worker()(query);
    await settle();
    const { cohorts, feedback } = world.cards();
    const kept = [...world.spans.keys()].map((name) => name.split(' ').slice(-2).map(Number));
    world.state.reply = believable;
    world.requests.length = 0;
    expect(await world.worker()(query)).toEqual(done);
    const again = world.requests
      .filter((url) => url.searchParams.has('username'))
      .map(({ searchParams }) => [searchParams.get('start_date'), searchParams.get('end_date')])
      .map((bounds) => bounds.map((text) => Date.parse(text ?? '')));
    for (const span of kept) expect(again).not.toContainEqual(span);
    if (cohorts) expect(world.asked()['user-cohorts-over-time']).toBeUndefined();
    if (feedback) expect(world.asked()['user-feedback']).toBeUndefined();
    expect(world.cards().cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
  });

  it('fault 56: Refresh that is sent again after a death asks only for what is older than the click', async () => {
    const world = fakeWorld();
    await world.worker()(query);
    const clicked = { ...query, newerThanMs: world.state.nowMs };
    world.state.nowMs += 1;
    world.requests.length = 0;
    world.state.reply = (url) => (url.pathname.includes('cohorts') ? silence() : believable(url));
    world.worker()(clicked);
    await settle();
    expect(world.asked()).toEqual({
      'user-cohorts-over-time': 1,
      'user-feedback': 1,
      'user-cost': 2,
    });
    world.state.reply = believable;
    world.requests.length = 0;
    expect(await world.worker()(clicked)).toEqual(done);
    expect(world.asked()).toEqual({ 'user-cohorts-over-time': 1 });
    world.requests.length = 0;
    expect(await world.worker()(clicked)).toEqual(done);
    expect(world.requests).toEqual([]);
  });

  it('fault 56: killed over the last bar, it asks for that bar alone', async () => {
    const world = fakeWorld();
    await world.worker()(query);
    const clicked = { ...query, newerThanMs: world.state.nowMs };
    world.state.nowMs += 1;
    let costs = 0;
    world.state.reply = (url) =>
      url.pathname.includes('cost') && ++costs > 1 ? silence() : believable(url);
    world.worker()(clicked);
    await settle();
    world.state.reply = believable;
    world.requests.length = 0;
    expect(await world.worker()(clicked)).toEqual(done);
    expect(world.asked()).toEqual({ 'user-cost': 1 });
    expect(world.cards().cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
  });

  it('asks for figures again that are as old as the click, however fresh', async () => {
    const world = fakeWorld();
    await world.worker()(query);
    world.requests.length = 0;
    await world.worker()({ ...query, newerThanMs: world.state.nowMs - 1 });
    expect(world.requests).toEqual([]);
    await world.worker()({ ...query, newerThanMs: world.state.nowMs });
    expect(Object.keys(world.asked())).toHaveLength(3);
  });

  it.each([
    { kind: '24h' },
    { kind: '90d' },
  ] as const)('fault 9, fault 60: an API that never answers ends all in 15 s, for $kind', async (range) => {
    vi.useFakeTimers({ now: startMs });
    const world = fakeWorld(silence);
    world.state.clock = Date.now;
    const settled = vi.fn();
    const refreshed = world.worker()({ ...query, range });
    refreshed.then(settled);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(settled).toHaveBeenCalledWith({ ok: false, failure: { kind: 'timeout' } });
    vi.useRealTimers();
  });

  it('fault 9: an API that takes 5 s shows each card, with the bars that came in time', async () => {
    vi.useFakeTimers({ now: startMs });
    const slow = (url: URL) =>
      new Promise<Response>((resolve) => setTimeout(() => resolve(believable(url)), 5_000));
    const world = fakeWorld(slow);
    world.state.clock = Date.now;
    const refreshed = world.worker()({ ...query, range: { kind: '24h' } });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await refreshed).toEqual(done);
    const { cohorts, cost, feedback } = world.cards({ range: { kind: '24h' } });
    expect([cohorts?.failure, cost?.failure, feedback?.failure]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const known = cost?.data?.spans.filter((span) => span.cost !== null) ?? [];
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(cost?.data?.spans.length ?? 0);
    vi.useRealTimers();
  });
});
