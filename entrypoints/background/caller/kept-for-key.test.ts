import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { saveKey } from '@/utils/store/keys/vault';
import { VAULT_NAME } from '@/utils/store/keys/vault-db';
import { fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import { readAddsUp } from '@/utils/store/snapshots/adds-up';
import { readBreaker, readLimit, readRefusal } from '@/utils/store/snapshots/breakers';
import { readCapabilities } from '@/utils/store/snapshots/capabilities';
import { withCache } from '@/utils/store/snapshots/db';
import { readMentor } from '@/utils/store/snapshots/mentors';
import { readMonth, readPerson, readTold } from '@/utils/store/snapshots/months';
import { deleteEverything } from '@/utils/store/wipe';
import { keptForKey } from './kept-for-key';

const nowMs = Date.now();
const breaker = { notBeforeMs: 0, failures: 1, openUntilMs: 0, status: 500 };

async function saved(slot: string) {
  // A key is used with its profile alone.
  await writeSettings(fakeSettings());
  const key = await saveKey(slot, 'c0ffee'.repeat(10));
  if (!key.ok) throw new Error('no vault');
  return key.value.fingerprint;
}

/** Writes all that requests leave besides figures, and gives what can be read of it then. */
async function write(keyFingerprint: string) {
  const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint };
  const name = { baseUrl: 'https://b', org: 'acme', idOrSlug: 'tutor' };
  const use = { ...place, pathUser: 'ada' };
  await keptForKey.month(place, { total: 5, asOfMs: nowMs });
  await keptForKey.told(place, 50, nowMs, 0.8);
  await keptForKey.person(keyFingerprint, 'active', 'ada');
  await keptForKey.mentor(keyFingerprint, name, { mentorId: 'm', name: 'Tutor' });
  await keptForKey.capabilities(place, { cost: { state: 'served', atMs: nowMs } });
  await keptForKey.refusal(use, { atMs: nowMs, final: false });
  await keptForKey.limit('b', keyFingerprint, nowMs);
  await keptForKey.addsUp(place, 'daily', true);
  await keptForKey.host('b', breaker, keyFingerprint);
  return {
    month: (await readMonth(place, nowMs)) !== null,
    told: (await readTold(place, 50, nowMs)) > 0,
    person: (await readPerson('active')) !== null,
    mentor: (await readMentor(name)) !== null,
    capabilities: Object.keys(await readCapabilities(place)).length > 0,
    refusal: (await readRefusal(use)) !== null,
    limit: (await readLimit('b', keyFingerprint)) > 0,
    addsUp: (await readAddsUp(place, 'daily')) !== null,
    host: (await readBreaker('b')) !== null,
  };
}

/** How many entries the whole cache has. */
async function entries(): Promise<number> {
  const read = await withCache(async (db) =>
    Promise.all([...db.objectStoreNames].map((name) => db.count(name))),
  );
  return read.ok ? read.value.reduce((sum, count) => sum + count, 0) : -1;
}

it('what a request finds out is kept for a saved key', async () => {
  expect(Object.values(await write(await saved('active')))).toEqual(Array(9).fill(true));
});

it('nothing comes back of what was deleted while a request was under way', async () => {
  const fingerprint = await saved('active');
  await write(fingerprint);
  await deleteEverything();
  expect(Object.values(await write(fingerprint))).toEqual(Array(9).fill(false));
  expect(await entries()).toBe(0);
});

it('what was told of a budget is noted though the vault can’t be read, and not taken back', async () => {
  const fingerprint = await saved('active');
  const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint: fingerprint };
  const real = indexedDB.open.bind(indexedDB);
  const open = vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === VAULT_NAME) throw new Error('busy');
    return real(name, version);
  });
  await keptForKey.told(place, 50, nowMs, 0.8);
  open.mockRestore();
  expect(await readTold(place, 50, nowMs)).toBe(0.8);
});

it('a test of a key keeps what it finds out of the deployment, and nobody’s figures', async () => {
  await deleteEverything();
  expect(await write(await saved(CANDIDATE))).toEqual({
    month: false,
    told: false,
    person: false,
    mentor: false,
    capabilities: true,
    refusal: true,
    limit: true,
    addsUp: false,
    host: true,
  });
});
