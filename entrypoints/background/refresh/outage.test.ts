import { expect, it } from 'vitest';
import { believable } from '@/demo/fakes/fake-api';
import { fakeDeps, query } from '@/demo/fakes/worker-dependencies';

const MINUTE_MS = 60_000;
/** What stands in front of a deployment answers so while that restarts. */
const noBackend = () => new Response('default backend - 404', { status: 404 });

function start() {
  const deps = fakeDeps();
  const refresh = deps.worker();
  const failures = () => Object.values(deps.cards()).map((card) => card?.failure?.kind ?? null);
  return { deps, refresh, failures };
}

it('a click after an outage that looked like a deployment without the API shows figures again', async () => {
  const { deps, refresh, failures } = start();
  await refresh(query);
  const calls = deps.requests.length;
  deps.state.nowMs += 10 * MINUTE_MS;
  deps.state.reply = noBackend;
  await refresh({ ...query, newerThanMs: deps.state.nowMs });
  expect(failures()).toContain('not-served');
  deps.state.reply = believable;
  deps.state.nowMs += 20_000;
  const before = deps.requests.length;
  expect(await refresh({ ...query, newerThanMs: deps.state.nowMs })).toEqual({
    ok: true,
    value: null,
  });
  expect(failures()).toEqual([null, null, null]);
  expect(deps.requests.length - before).toBeLessThanOrEqual(calls);
});

it('an outage ends by itself in a page that nobody touches', async () => {
  const { deps, refresh, failures } = start();
  await refresh(query);
  deps.state.nowMs += 10 * MINUTE_MS;
  deps.state.reply = noBackend;
  await refresh(query);
  deps.state.reply = believable;
  deps.state.nowMs += 6 * MINUTE_MS;
  await refresh(query);
  expect(failures()).toEqual([null, null, null]);
});
