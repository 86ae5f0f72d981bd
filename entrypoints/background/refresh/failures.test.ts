import { describe, expect, it } from 'vitest';
import { believable, json, only } from '@/demo/fakes/fake-api';
import { fakeDeps, query, startMs } from '@/demo/fakes/worker-dependencies';
import { DAY_MS } from '@/utils/figures/time/range';

const done = { ok: true, value: null };
const failed = (failure: object) => ({ ok: false, failure });

describe('failures', () => {
  it('stop everything where there is no key or no access', async () => {
    const deps = fakeDeps();
    deps.state.denied = { kind: 'host-not-allowed', host: 'base.manager.iblai.app' };
    expect(await deps.worker()(query)).toEqual(failed(deps.state.denied));
    deps.state.denied = null;
    deps.state.key = null;
    expect(await deps.worker()(query)).toEqual(failed({ kind: 'no-key' }));
    expect(deps.requests).toHaveLength(0);
  });

  it('fault 1: offline keeps what was there, and asks each figure once', async () => {
    const deps = fakeDeps();
    await deps.worker()(query);
    const before = deps.requests.length;
    deps.state.online = false;
    deps.state.reply = () => Promise.reject(new TypeError('Failed to fetch'));
    deps.state.nowMs += 3_600_000;
    expect(await deps.worker()(query)).toEqual(failed({ kind: 'offline' }));
    const tried = deps.requests.slice(before).map(({ href }) => href);
    expect(tried.length).toBe(new Set(tried).size);
    const { cohorts } = deps.cards();
    expect(cohorts?.failure).toEqual({ kind: 'offline' });
    expect([cohorts?.fetchedAtMs, cohorts?.failedAtMs]).toEqual([startMs, startMs + 3_600_000]);
    expect(cohorts?.data?.points).toHaveLength(7);
  });

  it('fault 17: stand on their card alone', async () => {
    const deps = fakeDeps(only('user-feedback', () => json({ detail: 'no' }, 403)));
    expect(await deps.worker()(query)).toEqual(done);
    expect(deps.cards().feedback).toEqual({ failure: { kind: 'forbidden' }, failedAtMs: startMs });
    expect(deps.cards().cohorts?.failure).toBeUndefined();
  });

  it('are asked again without being told to, and go when it works', async () => {
    const deps = fakeDeps(only('user-feedback', () => json({}, 404)));
    await deps.worker()(query);
    deps.state.reply = believable;
    deps.requests.length = 0;
    await deps.worker()(query);
    expect(deps.asked()).toEqual({ 'user-feedback': 1 });
    expect(deps.cards().feedback?.failure).toBeUndefined();
  });

  it('fault 16: a rejected key stops the calls, and the next worker’s too', async () => {
    const deps = fakeDeps(() => json({ detail: 'Invalid token.' }, 401));
    expect(await deps.worker()(query)).toEqual(failed({ kind: 'key-rejected' }));
    expect(deps.requests.length).toBeLessThanOrEqual(4);
    const before = deps.requests.length;
    expect(await deps.worker()({ ...query, newerThanMs: deps.state.nowMs })).toEqual(
      failed({ kind: 'key-rejected' }),
    );
    expect(deps.requests).toHaveLength(before);
    deps.refusals.clear();
    deps.state.reply = believable;
    expect(await deps.worker()(query)).toEqual(done);
  });

  it('fault 20: a rate limit is obeyed by the next worker', async () => {
    const deps = fakeDeps(() => json({}, 429, { 'retry-after': '3600' }));
    const limited = failed({ kind: 'rate-limited', untilMs: startMs + 3_600_000 });
    expect(await deps.worker()(query)).toEqual(limited);
    const before = deps.requests.length;
    deps.state.nowMs += 60_000;
    expect(await deps.worker()({ ...query, newerThanMs: deps.state.nowMs })).toEqual(limited);
    expect(deps.requests).toHaveLength(before);
  });

  it.each([
    ['first', 0],
    ['fifth', 4],
    ['ninth', 8],
  ])('fault 22: a 500 for four requests from the %s on goes unnoticed', async (_, from) => {
    const deps = fakeDeps((url, count) =>
      count > from && count <= from + 4 ? json({}, 500) : believable(url),
    );
    expect(await deps.worker()(query)).toEqual(done);
    expect(Object.values(deps.cards()).map((card) => card?.failure)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(deps.cards().cost?.data?.spans.every(({ cost }) => cost === 1)).toBe(true);
  });

  it('fault 23: 500 for ever ends after five requests, then one probe in 30 s', async () => {
    const deps = fakeDeps(() => json({}, 500));
    expect(await deps.worker()(query)).toEqual(failed({ kind: 'server', status: 500 }));
    expect(deps.requests).toHaveLength(5);
    await deps.worker()(query);
    expect(deps.requests).toHaveLength(5);
    deps.state.nowMs += 30_000;
    await deps.worker()(query);
    expect(deps.requests).toHaveLength(6);
  });

  it('a comparison that fails is no comparison', async () => {
    const deps = fakeDeps((url) => {
      const from = Date.parse(url.searchParams.get('start_date') ?? '');
      const isEarly = from < startMs - 8 * DAY_MS && !url.pathname.includes('feedback');
      return isEarly ? json({}, 404) : believable(url);
    });
    expect(await deps.worker()(query)).toEqual(done);
    expect(deps.cards().cohorts?.data?.preceding).toBeNull();
    expect(deps.cards().cost?.data?.compared).toBeNull();
  });

  it('fault 89: an answer of other days alone is refused, one of other hours is no activity', async () => {
    const row = (period: string) => json([{ period, feedback_count: 1 }]);
    const deps = fakeDeps(only('user-feedback', () => row('2020-01-01T00:00:00Z')));
    await deps.worker()(query);
    expect(deps.cards().feedback?.failure).toEqual({ kind: 'bad-response' });
    deps.state.reply = only('user-feedback', () => row('2026-03-18T14:00:00Z'));
    const range = { kind: '24h' } as const;
    await deps.worker()({ ...query, range });
    expect(deps.cards({ range }).feedback?.data).toMatchObject({
      points: [],
      preceding: { points: expect.arrayContaining([expect.objectContaining({ count: 1 })]) },
    });
  });

  it('fault 40: an empty series is a card without points', async () => {
    const empty = { periods: [], new_users: [], veteran_users: [] };
    const deps = fakeDeps(only('cohorts', () => json(empty)));
    await deps.worker()(query);
    expect(deps.cards().cohorts?.data).toMatchObject({
      points: [],
      preceding: { points: [] },
    });
  });
});
