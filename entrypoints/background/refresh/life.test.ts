import { describe, expect, it, vi } from 'vitest';
import { believable, silence } from '@/demo/fakes/fake-api';
import { fakeDeps, query, settle, startMs } from '@/demo/fakes/worker-dependencies';
import { DAY_MS } from '@/utils/figures/time/range';

const done = { ok: true, value: null };

describe('life cycle', () => {
  it('fault 62: popup, panel and two windows at once are one request', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    const alone = fakeDeps();
    await alone.worker()(query);
    expect(await Promise.all([query, query, query, query].map(refresh))).toEqual(
      Array(4).fill(done),
    );
    expect(deps.requests).toHaveLength(alone.requests.length);
  });

  it('fault 62: Refresh joins a reading that asks, and is not swallowed by one that does not', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    await Promise.all([refresh(query), refresh({ ...query, newerThanMs: deps.state.nowMs })]);
    const once = deps.requests.length;
    expect(once).toBe(12);
    await Promise.all([refresh(query), refresh({ ...query, newerThanMs: deps.state.nowMs })]);
    expect(deps.requests.length).toBeGreaterThan(once);
  });

  it('fault 61: a page that closed takes nothing away: its figures wait in the cache', async () => {
    const deps = fakeDeps();
    const refresh = deps.worker();
    refresh(query);
    await settle();
    const before = deps.requests.length;
    expect(await refresh(query)).toEqual(done);
    expect(deps.requests).toHaveLength(before);
  });

  it('fault 55, fault 57: a worker killed after its writes leaves nothing to ask', async () => {
    const deps = fakeDeps();
    await deps.worker()(query);
    const before = deps.requests.length;
    expect(await deps.worker()(query)).toEqual(done);
    expect(deps.requests).toHaveLength(before);
  });

  it.each([
    1, 2, 3, 5, 8, 11,
  ])('fault 56: killed after %i answers it asks for none of them again that it could keep', async (answers) => {
    const deps = fakeDeps((url, count) => (count > answers ? silence() : believable(url)));
    deps.worker()(query);
    await settle();
    const { cohorts, feedback } = deps.cards();
    const kept = [...deps.spans.keys()].map((name) => name.split(' ').slice(-2).map(Number));
    deps.state.reply = believable;
    deps.requests.length = 0;
    expect(await deps.worker()(query)).toEqual(done);
    const again = deps.requests
      .filter((url) => url.searchParams.has('username'))
      .map(({ searchParams }) => [searchParams.get('start_date'), searchParams.get('end_date')])
      .map((bounds) => bounds.map((text) => Date.parse(text ?? '')));
    for (const span of kept) expect(again).not.toContainEqual(span);
    if (cohorts) expect(deps.asked()['user-cohorts-over-time']).toBeUndefined();
    if (feedback) expect(deps.asked()['user-feedback']).toBeUndefined();
    expect(deps.cards().cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
  });

  it('fault 56: Refresh that is sent again after a death asks only for what is older than the click', async () => {
    const deps = fakeDeps();
    await deps.worker()(query);
    const clicked = { ...query, newerThanMs: deps.state.nowMs };
    deps.state.nowMs += 1;
    deps.requests.length = 0;
    deps.state.reply = (url) => (url.pathname.includes('cohorts') ? silence() : believable(url));
    deps.worker()(clicked);
    await settle();
    expect(deps.asked()).toEqual({
      'user-cohorts-over-time': 1,
      'user-feedback': 1,
      // The bar that runs follows from the total: the bars added up to it before. The other is of the range before.
      'user-cost': 2,
    });
    deps.state.reply = believable;
    deps.requests.length = 0;
    expect(await deps.worker()(clicked)).toEqual(done);
    expect(deps.asked()).toEqual({ 'user-cohorts-over-time': 1 });
    deps.requests.length = 0;
    expect(await deps.worker()(clicked)).toEqual(done);
    expect(deps.requests).toEqual([]);
  });

  it('fault 56: killed over the last bar and the comparison, it asks for these alone', async () => {
    const deps = fakeDeps();
    await deps.worker()(query);
    // Of a new day's period no bar follows from the total.
    deps.state.nowMs += DAY_MS;
    const clicked = { ...query, newerThanMs: deps.state.nowMs };
    deps.state.nowMs += 1;
    const isLast = (url: URL) => url.searchParams.get('start_date') === '2026-03-21T00:00:00Z';
    deps.state.reply = (url) => (isLast(url) ? silence() : believable(url));
    deps.worker()(clicked);
    await settle();
    deps.state.reply = believable;
    deps.requests.length = 0;
    expect(await deps.worker()(clicked)).toEqual(done);
    expect(deps.asked()).toEqual({ 'user-cost': 2 });
    expect(deps.cards().cost?.data?.compared).not.toBeNull();
    expect(deps.cards().cost?.data?.spans.map((span) => span.cost)).toEqual(Array(7).fill(1));
  });

  it('fault 56: killed between users and the users before, it does not take these for unknown', async () => {
    let cohorts = 0;
    const deps = fakeDeps((url) => {
      if (url.pathname.includes('cohorts')) cohorts += 1;
      return cohorts > 1 ? silence() : believable(url);
    }, {});
    deps.worker()(query);
    await settle();
    expect(deps.cards().cohorts?.data).toMatchObject({ preceding: null, partial: true });
    deps.state.reply = believable;
    await deps.worker()(query);
    const { preceding, partial } = deps.cards().cohorts?.data ?? {};
    expect([preceding?.points.length, partial]).toEqual([7, undefined]);
  });

  it('asks for figures again that are as old as the click, however fresh', async () => {
    const deps = fakeDeps();
    await deps.worker()(query);
    deps.requests.length = 0;
    await deps.worker()({ ...query, newerThanMs: deps.state.nowMs - 1 });
    expect(deps.requests).toEqual([]);
    await deps.worker()({ ...query, newerThanMs: deps.state.nowMs });
    expect(Object.keys(deps.asked())).toHaveLength(3);
  });

  it.each([
    { kind: '24h' },
    { kind: '90d' },
  ] as const)('fault 9, fault 60: an API that never answers ends all in 15 s, for $kind', async (range) => {
    vi.useFakeTimers({ now: startMs });
    const deps = fakeDeps(silence);
    deps.state.clock = Date.now;
    const settled = vi.fn();
    const refreshed = deps.worker()({ ...query, range });
    refreshed.then(settled);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(settled).toHaveBeenCalledWith({ ok: false, failure: { kind: 'timeout' } });
    vi.useRealTimers();
  });

  it('fault 9: an API that takes 5 s shows each card, with the bars that came in time', async () => {
    vi.useFakeTimers({ now: startMs });
    // The last ones never come.
    const slow = (url: URL, count: number) =>
      count > 10
        ? silence()
        : new Promise<Response>((resolve) => setTimeout(() => resolve(believable(url)), 5_000));
    const deps = fakeDeps(slow);
    deps.state.clock = Date.now;
    const refreshed = deps.worker()({ ...query, range: { kind: '24h' } });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await refreshed).toEqual(done);
    const { cohorts, cost, feedback } = deps.cards({ range: { kind: '24h' } });
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
