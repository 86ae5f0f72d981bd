import { describe, expect, it } from 'vitest';
import { DAY_MS } from '@/utils/analytics/range';
import { believable, json, only } from './fake-api';
import { fakeWorld, query, startMs } from './fake-world';

const done = { ok: true, value: null };
const failed = (failure: object) => ({ ok: false, failure });

describe('failures', () => {
  it('stop everything where there is no key or no access', async () => {
    const world = fakeWorld();
    world.state.denied = { kind: 'host-not-allowed', host: 'base.manager.iblai.app' };
    expect(await world.worker()(query)).toEqual(failed(world.state.denied));
    world.state.denied = null;
    world.state.key = null;
    expect(await world.worker()(query)).toEqual(failed({ kind: 'no-key' }));
    expect(world.requests).toHaveLength(0);
  });

  it('fault 1: offline asks nothing, and keeps what was there', async () => {
    const world = fakeWorld();
    await world.worker()(query);
    const before = world.requests.length;
    world.state.online = false;
    world.state.nowMs += 3_600_000;
    expect(await world.worker()(query)).toEqual(failed({ kind: 'offline' }));
    expect(world.requests).toHaveLength(before);
    const { cohorts } = world.cards();
    expect(cohorts?.failure).toEqual({ kind: 'offline' });
    expect([cohorts?.fetchedAtMs, cohorts?.failedAtMs]).toEqual([startMs, startMs + 3_600_000]);
    expect(cohorts?.data?.points).toHaveLength(7);
  });

  it('fault 17: stand on their card alone', async () => {
    const world = fakeWorld(only('user-feedback', () => json({ detail: 'no' }, 403)));
    expect(await world.worker()(query)).toEqual(done);
    expect(world.cards().feedback).toEqual({ failure: { kind: 'forbidden' }, failedAtMs: startMs });
    expect(world.cards().cohorts?.failure).toBeUndefined();
  });

  it('are asked again without being told to, and go when it works', async () => {
    const world = fakeWorld(only('user-feedback', () => json({}, 404)));
    await world.worker()(query);
    world.state.reply = believable;
    world.requests.length = 0;
    await world.worker()(query);
    expect(world.asked()).toEqual({ 'user-feedback': 1 });
    expect(world.cards().feedback?.failure).toBeUndefined();
  });

  it('fault 16: a rejected key stops the calls, and the next worker’s too', async () => {
    const world = fakeWorld(() => json({ detail: 'Invalid token.' }, 401));
    expect(await world.worker()(query)).toEqual(failed({ kind: 'key-rejected' }));
    expect(world.requests.length).toBeLessThanOrEqual(4);
    const before = world.requests.length;
    expect(await world.worker()({ ...query, newerThanMs: world.state.nowMs })).toEqual(
      failed({ kind: 'key-rejected' }),
    );
    expect(world.requests).toHaveLength(before);
    world.rejected.clear();
    world.state.reply = believable;
    expect(await world.worker()(query)).toEqual(done);
  });

  it('fault 20: a rate limit is obeyed by the next worker', async () => {
    const world = fakeWorld(() => json({}, 429, { 'retry-after': '3600' }));
    const limited = failed({ kind: 'rate-limited', untilMs: startMs + 3_600_000 });
    expect(await world.worker()(query)).toEqual(limited);
    const before = world.requests.length;
    world.state.nowMs += 60_000;
    expect(await world.worker()({ ...query, newerThanMs: world.state.nowMs })).toEqual(limited);
    expect(world.requests).toHaveLength(before);
  });

  it('fault 22: a 500 for each question goes unnoticed', async () => {
    const seen = new Set<string>();
    const world = fakeWorld((url) => {
      const isFirst = !seen.has(url.href);
      seen.add(url.href);
      return isFirst ? json({}, 500) : believable(url);
    });
    expect(await world.worker()(query)).toEqual(done);
    expect(Object.values(world.cards()).map((card) => card?.failure)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('fault 23: 500 for ever ends after five requests, then one probe in 30 s', async () => {
    const world = fakeWorld(() => json({}, 500));
    expect(await world.worker()(query)).toEqual(failed({ kind: 'server', status: 500 }));
    expect(world.requests).toHaveLength(5);
    await world.worker()(query);
    expect(world.requests).toHaveLength(5);
    world.state.nowMs += 30_000;
    await world.worker()(query);
    expect(world.requests).toHaveLength(6);
  });

  it('a comparison that fails is no comparison', async () => {
    const world = fakeWorld((url) => {
      const from = Date.parse(url.searchParams.get('start_date') ?? '');
      const isEarly = from < startMs - 8 * DAY_MS && !url.pathname.includes('feedback');
      return isEarly ? json({}, 404) : believable(url);
    });
    expect(await world.worker()(query)).toEqual(done);
    expect(world.cards().cohorts?.data?.preceding).toBeNull();
    expect(world.cards().cost?.data?.precedingTotal).toBeNull();
  });

  it('fault 89: an answer of other days alone is refused, one of other hours is no activity', async () => {
    const row = (period: string) => json([{ period, feedback_count: 1 }]);
    const world = fakeWorld(only('user-feedback', () => row('2020-01-01T00:00:00Z')));
    await world.worker()(query);
    expect(world.cards().feedback?.failure).toEqual({ kind: 'bad-response' });
    world.state.reply = only('user-feedback', () => row('2026-03-18T14:00:00Z'));
    const range = { kind: '24h' } as const;
    await world.worker()({ ...query, range });
    expect(world.cards({ range }).feedback?.data).toMatchObject({
      points: [],
      preceding: { count: 1 },
    });
  });

  it('fault 40: an empty series is a card without points', async () => {
    const empty = { periods: [], new_users: [], veteran_users: [] };
    const world = fakeWorld(only('cohorts', () => json(empty)));
    await world.worker()(query);
    expect(world.cards().cohorts?.data).toMatchObject({
      points: [],
      preceding: { newUsers: 0, veteranAverage: 0 },
    });
  });
});
