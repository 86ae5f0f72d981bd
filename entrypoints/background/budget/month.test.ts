import { beforeEach, describe, expect, it } from 'vitest';
import { believable, json, type Reply } from '@/demo/fakes/fake-api';
import { fakeDeps, startMs } from '@/demo/fakes/worker-dependencies';
import { fail } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
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
  const deps = fakeDeps(reply);
  const month = createMonth({
    client: deps.client(),
    now: () => deps.state.nowMs,
    readKey: deps.readKey,
    checkAccess: async () => deps.state.denied,
    readMonth: async () => kept,
    writeMonth: async (_place, month) => {
      kept = month;
    },
  });
  return { deps, month };
}

describe('the month', () => {
  it('is one call from its first instant (UTC) to now, for the person, by the key’s owner', async () => {
    const { deps, month } = start();
    const asked = await month(query);
    expect(asked).toMatchObject({
      ok: true,
      value: { place: { user: 'ada', keyFingerprint: 'key-1' }, month: { asOfMs: startMs } },
    });
    expect(deps.requests).toHaveLength(1);
    const [url] = deps.requests;
    expect(url?.pathname).toContain('/orgs/acme/users/grace/user-cost/');
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      start_date: '2026-03-01T00:00:00Z',
      end_date: '2026-03-20T12:31:00Z',
      username: 'ada',
    });
  });

  it('comes from the second generation where there is no first: by days, the same total', async () => {
    const { deps, month } = start((url) =>
      url.pathname.includes('/api/analytics/financial/')
        ? json({ value: '12.34000', overtime: [], comparison_info: {} })
        : new Response('<html>', { status: 404 }),
    );
    expect(await month(query)).toMatchObject({ value: { month: { total: 12.34 } } });
    const { searchParams } = deps.requests.at(-1) ?? new URL('https://x');
    expect([searchParams.get('start_date'), searchParams.get('end_date')]).toEqual([
      '2026-03-01',
      '2026-03-20',
    ]);
    expect(searchParams.get('username')).toBe('ada');
  });

  it('is asked for each person on their own, though at the same time', async () => {
    const { deps, month } = start();
    const asked = await Promise.all([month(query), month({ ...query, user: 'eve' })]);
    expect(asked).toMatchObject([
      { value: { place: { user: 'ada' } } },
      { value: { place: { user: 'eve' } } },
    ]);
    expect(deps.requests.map((url) => url.searchParams.get('username'))).toEqual(['ada', 'eve']);
  });

  it('is not asked for again within five minutes, unless something newer is wanted', async () => {
    const { deps, month } = start();
    await Promise.all([month(query), month(query)]);
    deps.state.nowMs += 5 * 60_000 - 1;
    await month(query);
    expect(deps.requests).toHaveLength(1);
    await month({ ...query, newerThanMs: deps.state.nowMs });
    expect(deps.requests).toHaveLength(2);
    deps.state.nowMs += 5 * 60_000 + 1;
    await month(query);
    expect(deps.requests).toHaveLength(3);
  });

  it('that can’t be had leaves what was kept', async () => {
    const { deps, month } = start();
    await month(query);
    const before = kept;
    deps.state.nowMs += 3_600_000;
    deps.state.reply = async () => new Response('{"detail": "no"}', { status: 403 });
    expect(await month(query)).toEqual(fail({ kind: 'forbidden' }));
    expect(kept).toBe(before);
    deps.state.denied = { kind: 'host-not-allowed', host: 'x' };
    expect(await month(query)).toEqual(fail(deps.state.denied));
    deps.state.denied = null;
    deps.state.key = null;
    expect(await month(query)).toEqual(fail({ kind: 'no-key' }));
    expect(deps.requests).toHaveLength(2);
  });
});

it('of a time to come is asked for: the clock was turned back', async () => {
  const { deps, month } = start();
  await month(query);
  deps.state.nowMs -= 60_000;
  await month(query);
  expect(deps.requests).toHaveLength(2);
});
