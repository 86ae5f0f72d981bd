import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { believable } from '@/demo/fakes/fake-api';
import { saveKey } from '@/utils/store/keys/vault';
import { fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import { withCache } from '@/utils/store/snapshots/db';
import { deleteEverything } from '@/utils/store/wipe';
import { deps } from '../dependencies';
import { createRefresh } from './refresh';

const ask = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  keyOwner: null,
  mentorId: null,
  range: { kind: '30d' },
  newerThanMs: null,
} as const;

/** Each request that was sent, answered when the test wants. */
let requests: { url: URL; answer: (response: Response) => void }[] = [];

beforeEach(async () => {
  requests = [];
  browser.permissions.contains = async () => true;
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal(
    'fetch',
    ({ url }: Request) =>
      new Promise<Response>((answer) => requests.push({ url: new URL(url), answer })),
  );
  await writeSettings(fakeSettings());
  await saveKey('active', 'c0ffee'.repeat(10));
});
afterEach(() => vi.unstubAllGlobals());

async function entries(): Promise<string[]> {
  const read = await withCache(async (db) => {
    const stores = await Promise.all([...db.objectStoreNames].map((name) => db.getAllKeys(name)));
    return stores.flat();
  });
  return read.ok ? read.value : ['unread'];
}

it.each<[string, (url: URL) => Response]>([
  ['a failure of the host', () => new Response('', { status: 501 })],
  ['a refusal of the key', () => new Response('{}', { status: 401 })],
  ['a limit', () => new Response('', { status: 429, headers: { 'retry-after': '3600' } })],
  ['figures', (url) => believable(url)],
])('%s that comes after everything was deleted leaves nothing', async (_what, answer) => {
  const end = createRefresh(deps)(ask);
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(2));
  await deleteEverything();
  const answering = setInterval(() => {
    for (const request of requests.splice(0)) request.answer(answer(request.url));
  });
  await end;
  clearInterval(answering);
  expect(await entries()).toEqual([]);
});
