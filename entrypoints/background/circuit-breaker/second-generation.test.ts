import { expect, it } from 'vitest';
import { json } from '@/demo/fakes/fake-api';
import { fakeDeps, query, startMs } from '@/demo/fakes/worker-dependencies';
import type { Caller } from '@/utils/api/ask';

const MINUTE_MS = 60_000;
const served = { state: 'served', atMs: startMs } as const;
const rejected = { ok: false, failure: { kind: 'key-rejected' } };

/** A deployment with both generations; the first, the second or both refuse the key. */
function start() {
  const refuses = { first: false, second: false };
  const deps = fakeDeps(
    ({ pathname }) => {
      const isSecond = pathname.startsWith('/api/analytics/');
      if (isSecond ? refuses.second : refuses.first) return json({ detail: 'Invalid token.' }, 401);
      return json(isSecond ? { metric: 'currently_active', count: 3 } : { total_cost: 1 });
    },
    { cost: served, users: served },
  );
  const client = deps.client();
  const caller = (): Caller => ({
    ...{ baseUrl: query.baseUrl, org: 'acme', pathUser: 'ada', user: 'ada' },
    ...{ apiKey: 's', keyFingerprint: 'f', scheme: 'Api-Token' },
    deadlineMs: deps.state.nowMs + 15_000,
  });
  const byFirst = () => client.cost(caller(), { startMs, endMs: startMs + 1 });
  const bySecond = () => client.currentlyActive(caller(), null);
  return { deps, refuses, byFirst, bySecond };
}

it('fault 16: a key that both generations refuse is asked with no more, whichever refuses it again', async () => {
  const { deps, refuses, byFirst, bySecond } = start();
  expect(await byFirst()).toMatchObject({ ok: true });
  Object.assign(refuses, { first: true, second: true });
  expect(await byFirst()).toEqual(rejected);
  deps.state.nowMs += 5 * MINUTE_MS;
  expect(await bySecond()).toEqual(rejected);
  const before = deps.requests.length;
  deps.state.nowMs += 5 * MINUTE_MS;
  expect([await bySecond(), await byFirst()]).toEqual([rejected, rejected]);
  expect(deps.requests).toHaveLength(before);
});

it('a key that the first generation has not taken for a day is rejected by the second alone', async () => {
  const { deps, refuses, byFirst, bySecond } = start();
  await byFirst();
  refuses.second = true;
  expect(await bySecond()).toEqual({ ok: false, failure: { kind: 'forbidden' } });
  expect(deps.refusals.size).toBe(0);
  deps.state.nowMs += 24 * 60 * MINUTE_MS;
  expect(await bySecond()).toEqual(rejected);
  deps.state.nowMs += 5 * MINUTE_MS;
  expect(await bySecond()).toEqual(rejected);
  expect([...deps.refusals.values()]).toEqual([{ atMs: deps.state.nowMs, final: true }]);
});

it('a key is not believed for what another one was answered', async () => {
  const { deps, refuses, bySecond } = start();
  refuses.second = true;
  expect(await bySecond()).toEqual(rejected);
  expect(deps.refusals.size).toBe(1);
});

it('a refusal by the second generation clears none', async () => {
  const { deps, refuses, byFirst, bySecond } = start();
  refuses.second = true;
  await Promise.all([bySecond(), byFirst()]);
  expect(deps.refusals.size).toBe(1);
  deps.state.nowMs += 5 * MINUTE_MS;
  expect(await bySecond()).toEqual({ ok: false, failure: { kind: 'forbidden' } });
  expect([...deps.refusals.values()]).toEqual([{ atMs: startMs, final: false }]);
  expect(await byFirst()).toMatchObject({ ok: true });
  expect(deps.refusals.size).toBe(0);
});
