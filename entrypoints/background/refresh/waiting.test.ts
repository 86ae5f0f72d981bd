import { expect, it } from 'vitest';
import { believable, type Reply } from '@/demo/fakes/fake-api';
import { fakeDeps, query, settle } from '@/demo/fakes/worker-dependencies';

const feedback = { ...query, cards: ['feedback'] } as const;
const done = { ok: true, value: null };

/** A reading that is under way, and a click on "Refresh" that waits for its end. */
async function start(late: Reply) {
  const waiting: (() => void)[] = [];
  const keys: (string | null)[] = [];
  let isSlow = true;
  const deps = fakeDeps(async (url, count, request) => {
    keys.push(request.headers.get('authorization'));
    if (!isSlow) return believable(url);
    await new Promise<void>((answer) => waiting.push(answer));
    return late(url, count, request);
  });
  const refresh = deps.worker();
  const first = refresh(feedback);
  await settle();
  deps.state.nowMs += 500;
  const click = refresh({ ...feedback, newerThanMs: deps.state.nowMs });
  await settle();
  const end = async () => {
    isSlow = false;
    for (const answer of waiting) answer();
    await first;
  };
  return { deps, keys, click, end };
}

it('a click during a slow reading has time for its own requests', async () => {
  const { deps, keys, click, end } = await start(() => new Response('', { status: 500 }));
  deps.state.nowMs += 15_000;
  await end();
  expect(await click).toEqual(done);
  expect(keys).toHaveLength(2);
  expect(deps.cards().feedback?.failure).toBeUndefined();
});

it('a click that waits asks with the key that is saved when it asks', async () => {
  const { deps, keys, click, end } = await start(believable);
  deps.state.key = 'key-2';
  await end();
  expect(await click).toEqual(done);
  expect(keys).toEqual(['Api-Token secret of key-1', 'Api-Token secret of key-2']);
  expect(deps.cards({}, 'key-2').feedback?.data).toBeDefined();
});
