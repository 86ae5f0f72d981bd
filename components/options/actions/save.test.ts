import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { saveKey, wipeVault } from '@/utils/store/keys/vault';
import { readMetas } from '@/utils/store/keys/vault-metas';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { readSettings, writeSettings } from '@/utils/store/settings/settings';
import { clearCache } from '@/utils/store/snapshots/db';
import {
  readMonth,
  readPerson,
  readTold,
  writeMonth,
  writePerson,
  writeTold,
} from '@/utils/store/snapshots/months';
import { saveEntered } from './save';

const KEY = 'c0ffee'.repeat(10);
const nowMs = Date.now();
const first = fakeProfile({ monthlyBudget: 50 });
const second = fakeProfile({
  ...{ id: 'b', organization: 'Beta', baseUrl: 'https://base.manager.beta.edu' },
});
const places = [first, second].map(({ baseUrl, organization }) => ({
  ...{ baseUrl, org: organization.toLowerCase(), user: 'ada', keyFingerprint: 'f' },
}));
/** The month's cost of each profile, whether it was told of, and whose it is. */
const known = () =>
  Promise.all(
    [first, second].map(async ({ id }, index) => {
      const place = places[index] ?? expect.fail();
      const month = await readMonth(place, nowMs);
      return [month?.total ?? null, await readTold(place, 50, nowMs), await readPerson(id)];
    }),
  );
/** The second profile's base URL is changed, as somebody has confirmed. */
const move = () =>
  saveEntered(
    { apiKey: null, profile: { ...second, baseUrl: 'https://api.beta.edu/dm' } },
    { otherHost: true, tested: null, anew: false },
  );

beforeEach(async () => {
  await Promise.all([wipeVault(), clearCache()]);
  await writeSettings(fakeSettings(first, second));
  for (const [index, { id, ...place }] of [first, second].entries()) {
    await saveKey(id, `${KEY}${index}`, place);
    const whose = places[index] ?? expect.fail();
    await writeMonth(whose, { total: 45, asOfMs: nowMs });
    await writeTold(whose, 50, nowMs, 0.8);
    await writePerson(id, 'ada', whose.org);
  }
});

it('another base URL takes the key and what was cached for it, and nothing of another profile', async () => {
  expect((await move()).ok).toBe(true);
  expect(Object.keys((await readMetas()) ?? {})).toEqual(['active']);
  expect(await known()).toEqual([
    [45, 0.8, 'ada'],
    [null, 0, null],
  ]);
});

it('a base URL that could not be stored takes nothing', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
  expect(await move()).toEqual({ ok: false, failure: { kind: 'storage' } });
  expect(await readSettings()).toMatchObject({ settings: { profiles: [first, second] } });
  expect(Object.keys((await readMetas()) ?? {})).toEqual(['active', 'b']);
  expect(await known()).toEqual([
    [45, 0.8, 'ada'],
    [45, 0.8, 'ada'],
  ]);
});
