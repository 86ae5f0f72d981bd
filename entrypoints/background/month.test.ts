import { beforeEach, describe, expect, it } from 'vitest';
import type { MonthCost } from '@/utils/analytics/budget';
import { fail } from '@/utils/failure';
import { believable, json, type Reply } from './fake-api';
import { fakeWorld, startMs } from './fake-world';
import { createMonth } from './month';

const query = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  keyOwner: 'grace',
  newerThanMs: 0,
};

let kept: MonthCost | null = null;
beforeEach(() => {
  kept = null;
});

function start(reply: Reply = believable) {
  const world = fakeWorld(reply);
  const month = createMonth({
    client: world.client(),
    now: () => world.state.nowMs,
    readKey: world.readKey,
    checkAccess: async () => world.state.denied,
    readMonth: async () => kept,
    writeMonth: async (_place, month) => {
      kept = month;
    },
  });
  return { world, month };
}

describe('the month', () => {
  it('is one call from its first instant (UTC) to now, for the person, by the key’s owner', async () => {
    const { world, month } = start();
    const asked = await month(query);
    expect(asked).toMatchObject({
      ok: true,
      value: { place: { user: 'ada', keyFingerprint: 'key-1' }, month: { asOfMs: startMs } },
    });
    expect(world.requests).toHaveLength(1);
    const [url] = world.requests;
    expect(url?.pathname).toContain('/orgs/acme/users/grace/user-cost/');
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      start_date: '2026-03-01T00:00:00Z',
      end_date: '2026-03-20T12:31:00Z',
      username: 'ada',
    });
  });

  it('comes from the second generation where there is no first: by days, the same total', async () => {
    const { world, month } = start((url) =>
      url.pathname.includes('/api/analytics/financial/')
        ? json({ value: '12.34000', overtime: [], comparison_info: {} })
        : new Response('<html>', { status: 404 }),
    );
    expect(await month(query)).toMatchObject({ value: { month: { total: 12.34 } } });
    const { searchParams } = world.requests.at(-1) ?? new URL('https://x');
    expect([searchParams.get('start_date'), searchParams.get('end_date')]).toEqual([
      '2026-03-01',
      '2026-03-20',
    ]);
    expect(searchParams.get('username')).toBe('ada');
  });

  it('is not asked for again within five minutes, unless something newer is wanted', async () => {
    const { world, month } = start();
    await Promise.all([month(query), month(query)]);
    world.state.nowMs += 5 * 60_000 - 1;
    await month(query);
    expect(world.requests).toHaveLength(1);
    await month({ ...query, newerThanMs: world.state.nowMs });
    expect(world.requests).toHaveLength(2);
    world.state.nowMs += 5 * 60_000 + 1;
    await month(query);
    expect(world.requests).toHaveLength(3);
  });

  it('that can’t be had leaves what was kept', async () => {
    const { world, month } = start();
    await month(query);
    const before = kept;
    world.state.nowMs += 3_600_000;
    world.state.reply = async () => new Response('{"detail": "no"}', { status: 403 });
    expect(await month(query)).toEqual(fail({ kind: 'forbidden' }));
    expect(kept).toBe(before);
    world.state.denied = { kind: 'host-not-allowed', host: 'x' };
    expect(await month(query)).toEqual(fail(world.state.denied));
    world.state.denied = null;
    world.state.key = null;
    expect(await month(query)).toEqual(fail({ kind: 'no-key' }));
    expect(world.requests).toHaveLength(2);
  });
});
