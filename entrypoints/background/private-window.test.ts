import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { believable } from '@/demo/fakes/fake-api';
import { readKeyMetas } from '@/utils/store/keys/key-metas';
import { saveKey } from '@/utils/store/keys/vault';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import { withCache } from '@/utils/store/snapshots/db';
import { readSnapshot } from '@/utils/store/snapshots/snapshots';
import { listenForPrivateWindows } from './listeners/private-listeners';
import { work } from './work';

const range = { kind: '7d' } as const;
const visitor = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'visitor',
  isPrivate: true,
};

beforeEach(async () => {
  vi.stubGlobal('fetch', async ({ url }: Request) => believable(new URL(url)));
  vi.stubGlobal('navigator', { onLine: true });
  browser.permissions.contains = async () => true;
  vi.spyOn(browser.windows, 'getAll').mockResolvedValue([{ incognito: true }] as never);
  await writeSettings(fakeSettings(fakeProfile({ monthlyBudget: 50 })));
  await saveKey('active', 'c0ffee'.repeat(10));
});
afterEach(() => vi.unstubAllGlobals());

/** All that is on disk but the vault, as text. */
async function onDisk(): Promise<string> {
  const read = await withCache((db) =>
    Promise.all(
      [...db.objectStoreNames].map(async (name) => [
        name,
        await db.getAllKeys(name),
        await db.getAll(name),
      ]),
    ),
  );
  return JSON.stringify([read, await browser.storage.local.get()]);
}

it('whatever is asked for the page of a private window, nothing on disk tells of it', async () => {
  const keyFingerprint = (await readKeyMetas())?.active?.fingerprint ?? '';
  const identity = { ...visitor, mentorId: null, keyFingerprint };
  const asked = [
    await work.run('refresh', { identity, range, newerThanMs: null }),
    await work.run('comparison', { identity, range, card: 'cost' }),
    await work.run('month', { ...visitor, newerThanMs: 0 }),
    await work.run('resolveMentor', { ...visitor, idOrSlug: 'secret-tutor' }),
  ];
  expect(asked.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(Object.keys((await readSnapshot(identity, range))?.cards ?? {})).toContain('cost');
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 401 }));
  await work.run('refresh', { identity, range, newerThanMs: Date.now() + 1 });
  await work.run('test', {
    ...{ ...visitor, slot: 'active', organization: 'acme', keyOwner: null },
  });
  const kept = await onDisk();
  expect(kept).toContain('served');
  for (const word of ['visitor', 'secret-tutor']) expect(kept).not.toContain(word);
});

it.each([
  ['while another private window is open', [{ incognito: true }, { incognito: false }], 1],
  ['when the last one is closed', [{ incognito: false }], 0],
])('what is kept of private windows in memory: %s', async (_when, windows, left) => {
  listenForPrivateWindows();
  await browser.storage.session.set({ 'private snapshots x': 1 });
  vi.spyOn(browser.windows, 'getAll').mockResolvedValue(windows as never);
  await fakeBrowser.windows.onRemoved.trigger(1);
  await vi.waitFor(async () =>
    expect(Object.keys(await browser.storage.session.get(null))).toHaveLength(left),
  );
});
