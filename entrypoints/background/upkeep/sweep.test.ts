import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { DAY_MS } from '@/utils/figures/time/range';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { readKey, saveKey } from '@/utils/store/keys/vault';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import { writeAddsUp } from '@/utils/store/snapshots/adds-up';
import {
  readRefusal,
  writeBreaker,
  writeLimit,
  writeRefusal,
} from '@/utils/store/snapshots/breakers';
import { writeCapabilities } from '@/utils/store/snapshots/capabilities';
import { type StoreName, withCache } from '@/utils/store/snapshots/db';
import { writeMentor } from '@/utils/store/snapshots/mentors';
import { readPerson, writePerson } from '@/utils/store/snapshots/months';
import { readSnapshot, writeSnapshot } from '@/utils/store/snapshots/snapshots';
import { readSpanCosts, writeSpanCost } from '@/utils/store/snapshots/spans';
import { work } from '../work';
import { keepSweeping, sweep } from './sweep';

const NOW = Date.UTC(2026, 10, 20);
const ada = { baseUrl: 'https://b', org: 'acme', user: 'ada', mentorId: null, keyFingerprint: 'f' };
const range = { kind: '7d' } as const;
const span = { startMs: NOW - DAY_MS, endMs: NOW };

const count = async (store: StoreName) => {
  const read = await withCache((db) => db.count(store));
  return read.ok ? read.value : -1;
};

it('takes snapshots of 7 days, spans of 90, and a key that was only tested', async () => {
  await saveKey('active', 'a'.repeat(64));
  await saveKey(CANDIDATE, 'b'.repeat(64));
  await writeSnapshot(ada, range, {}, NOW);
  await writeSpanCost(ada, span, 5, NOW);
  // An older release stored it without a time.
  await withCache((db) => db.put('spans', 5, 'old'));
  await sweep(NOW + 7 * DAY_MS - 1);
  expect(await readSnapshot(ada, range, NOW)).not.toBeNull();
  expect(await readSpanCosts(ada, [span])).toEqual([5]);
  expect((await readKey('active')).ok).toBe(true);
  expect((await readKey(CANDIDATE)).ok).toBe(false);
  await sweep(NOW + 7 * DAY_MS);
  expect([await count('snapshots'), await count('spans')]).toEqual([0, 1]);
  await sweep(NOW + 90 * DAY_MS);
  expect(await count('spans')).toBe(0);
});

it('is done every day once figures are kept', async () => {
  await keepSweeping();
  expect(await browser.alarms.get('sweep')).toMatchObject({ periodInMinutes: 24 * 60 });
});

it('is not put off by a worker that starts again within the day', async () => {
  await keepSweeping();
  const create = vi.spyOn(browser.alarms, 'create');
  await keepSweeping();
  expect(create).not.toHaveBeenCalled();
});

it('takes the names of agents after a day, and what a deployment offers after a week', async () => {
  const tutor = { baseUrl: 'https://b', org: 'acme', idOrSlug: 'tutor' };
  await writeMentor(tutor, { mentorId: 'm', name: 'Tutor' }, NOW);
  const early = { cost: { state: 'served', atMs: NOW - DAY_MS } };
  await writeCapabilities(ada, { ...early, users: { state: 'missing', atMs: NOW } });
  await writeAddsUp(ada, 'daily', true, NOW);
  await sweep(NOW + DAY_MS - 1);
  expect([await count('mentors'), await count('served')]).toEqual([1, 2]);
  await sweep(NOW + DAY_MS);
  expect([await count('mentors'), await count('served')]).toEqual([0, 2]);
  await sweep(NOW + 7 * DAY_MS);
  expect(await count('served')).toBe(0);
});

it('takes waits that are over, and whom a key was refused for when it is no longer stored', async () => {
  await writeSettings(fakeSettings(fakeProfile()));
  const saved = await saveKey('active', 'a'.repeat(64));
  const keyFingerprint = saved.ok ? saved.value.fingerprint : '';
  const use = { ...ada, pathUser: 'ada', keyFingerprint };
  await writeRefusal(use, { atMs: NOW, final: true });
  await writeRefusal({ ...use, keyFingerprint: 'gone' }, { atMs: NOW, final: true });
  await writeLimit('b', keyFingerprint, NOW + 5);
  await writeBreaker('b', { notBeforeMs: NOW + 5, failures: 0, openUntilMs: 0, status: 0 });
  await sweep(NOW);
  expect(await count('gates')).toBe(3);
  await sweep(NOW + 5);
  expect(await count('gates')).toBe(1);
  expect(await readRefusal(use)).toEqual({ atMs: NOW, final: true });
});

it('takes the person last looked at where there is no budget any more', async () => {
  await writePerson('active', 'ada');
  await writeSettings(fakeSettings(fakeProfile({ monthlyBudget: 50 })));
  await sweep(NOW);
  expect(await readPerson('active')).toBe('ada');
  await writeSettings(fakeSettings(fakeProfile()));
  await sweep(NOW);
  expect(await readPerson('active')).toBeNull();
});

it('takes no person where nobody can tell whether there is a budget', async () => {
  await writePerson('active', 'ada');
  await browser.storage.local.set({ settings: 'damaged' });
  await sweep(NOW);
  expect(await readPerson('active')).toBe('ada');
});

it('is done every day from a start of the browser on, whoever opens Lens then', async () => {
  await work.begin();
  await vi.waitFor(async () => expect(await browser.alarms.get('sweep')).toBeDefined());
});
