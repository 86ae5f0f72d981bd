import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { onChange } from './changes';
import { readKey, saveKey } from './keys/vault';
import { fakeSettings } from './settings/fake-profile';
import { writeSettings } from './settings/settings';
import { INITIAL_VIEW, writeView } from './settings/view';
import { readRefusal, writeRefusal } from './snapshots/breakers';
import { readMonth, readPerson, writeMonth, writePerson } from './snapshots/months';
import { deleteEverything } from './wipe';
import { withLock } from './with-lock';

const KEY = 'c0ffee'.repeat(10);

const asOfMs = Date.UTC(2026, 2, 20);
const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint: 'f1' };

const use = { ...place, pathUser: 'ada' };

async function fill() {
  await saveKey('active', KEY);
  await saveKey('candidate', KEY);
  await writeSettings(fakeSettings());
  await writeView(INITIAL_VIEW);
  await writeRefusal(use, { atMs: asOfMs, final: true });
  await writeMonth(place, { total: 5, asOfMs });
  await writePerson('active', 'ada');
}

it('removes key, settings, view and cache, and tells every other page', async () => {
  await fill();
  const told = vi.fn();
  const stop = onChange(told);
  expect(await deleteEverything()).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ kind: 'wiped' }));
  stop();
  expect(await browser.storage.local.get()).toEqual({});
  expect(await readRefusal(use)).toBeNull();
  expect(await readMonth(place, asOfMs)).toBeNull();
  expect(await readPerson('active')).toBeNull();
  for (const slot of ['active', 'candidate'] as const) {
    expect(await readKey(slot)).toEqual({ ok: false, failure: { kind: 'no-key' } });
  }
});

it('fault 44: removes what can be removed, and says that something could not', async () => {
  await fill();
  vi.spyOn(browser.storage.local, 'remove').mockRejectedValue(new Error('IO error'));
  expect(await deleteEverything()).toEqual({ ok: false, failure: { kind: 'storage' } });
  expect((await readKey('active')).ok).toBe(false);
  expect(await readRefusal(use)).toBeNull();
});

it.each<[string, string, () => Promise<unknown>]>([
  ['a profile is being saved', 'profiles', fill],
  ['a setting is being changed', 'settings', () => writeSettings(fakeSettings())],
  ['a range is being chosen', 'view', () => writeView(INITIAL_VIEW)],
])('leaves nothing behind where %s', async (_, name, change) => {
  const locks = fakeLocks();
  vi.stubGlobal('navigator', { locks });
  // It ends once the deletion waits for it.
  const changing = withLock(name, async () => {
    await vi.waitFor(() => expect(locks.asked(`lens ${name}`)).toBe(2));
    await change();
  });
  await deleteEverything();
  await changing;
  expect(await browser.storage.local.get()).toEqual({});
  vi.unstubAllGlobals();
});

/** Gives each name to one task after another, as a browser does. */
function fakeLocks() {
  const queues = new Map<string, Promise<unknown>>();
  const names: string[] = [];
  return {
    /** How often a lock was asked for. */
    asked: (wanted: string) => names.filter((name) => name === wanted).length,
    request: (name: string, task: () => Promise<unknown>) => {
      names.push(name);
      const next = (queues.get(name) ?? Promise.resolve()).then(task);
      queues.set(name, next);
      return next;
    },
  };
}

it('no item of the browser’s storage ever holds the key', async () => {
  await fill();
  expect(JSON.stringify(await browser.storage.local.get())).not.toContain(KEY.slice(0, 12));
});
