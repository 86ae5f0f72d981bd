import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleFigures } from '@/utils/cards/fake-figures';
import { rangeKey } from '@/utils/figures/time/range';
import { identityKey } from '@/utils/identity';
import {
  clearRefusals,
  readBreaker,
  readLimit,
  readRefusal,
  writeBreaker,
  writeLimit,
  writeRefusal,
} from './breakers';
import { readCapabilities, writeCapabilities } from './capabilities';
import { CACHE_NAME, clearCache, withCache } from './db';
import { ada, cards, emptyCache, NOW, put, RANGE } from './fake-cache';
import { readMentor, writeMentor } from './mentors';
import { readSnapshot, writeSnapshot } from './snapshots';
import { readSpanCosts, writeSpanCost } from './spans';

beforeEach(emptyCache);

describe('the cache', () => {
  it('of an older release keeps all that it holds, and gets the stores that it lacks', async () => {
    await deleteDB(CACHE_NAME);
    const old = await openDB(CACHE_NAME, 1, {
      upgrade: (db) => {
        for (const name of ['snapshots', 'spans', 'gates', 'mentors']) db.createObjectStore(name);
      },
    });
    const { cohorts, feedback } = sampleFigures(RANGE, false, NOW);
    await old.put(
      'snapshots',
      {
        identityKey: identityKey(ada),
        rangeKey: rangeKey(RANGE),
        savedAtMs: NOW,
        cards: { cohorts: { data: cohorts }, feedback: { data: feedback } },
      },
      `${identityKey(ada)} ${rangeKey(RANGE)}`,
    );
    old.close();
    const read = await readSnapshot(ada, RANGE, NOW);
    expect(read?.cards).toEqual({ cohorts: { data: cohorts }, feedback: { data: feedback } });
    const acme = { baseUrl: ada.baseUrl, org: 'acme' };
    await writeCapabilities(acme, { cost: { state: 'missing', atMs: NOW } });
    expect(await readCapabilities(acme)).toEqual({ cost: { state: 'missing', atMs: NOW } });
    await put('served', JSON.stringify([ada.baseUrl, 'acme']), { cost: 'yes' });
    expect(await readCapabilities(acme)).toEqual({});
  });

  it('fault 46: lets itself be deleted by another page', async () => {
    await writeSnapshot(ada, RANGE, cards, NOW);
    const deleted = vi.fn();
    await deleteDB(CACHE_NAME, { blocked: deleted });
    expect(deleted).not.toHaveBeenCalled();
  });

  it('fault 96: of a newer release gives way to one that can be read', async () => {
    await clearCache();
    await deleteDB(CACHE_NAME);
    const newer = await openDB(CACHE_NAME, 7, { upgrade: (db) => void db.createObjectStore('x') });
    newer.close();
    expect((await writeSnapshot(ada, RANGE, cards, NOW)).ok).toBe(true);
    expect(await readSnapshot(ada, RANGE, NOW)).not.toBeNull();
  });

  it('fault 51: that lacks a store is made anew', async () => {
    await clearCache();
    await deleteDB(CACHE_NAME);
    const strange = await openDB(CACHE_NAME, 1, {
      upgrade: (db) => void db.createObjectStore('x'),
    });
    strange.close();
    expect((await writeSnapshot(ada, RANGE, cards, NOW)).ok).toBe(true);
  });

  it('fault 72: that may not be opened at all keeps no page from being drawn', async () => {
    // A module that has not opened a connection yet.
    vi.resetModules();
    const fresh = await import('./db');
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('not in a private window', 'SecurityError');
      },
    });
    expect(() => fresh.warmCache()).not.toThrow();
    expect(await fresh.readEntry('snapshots', 'x')).toBeUndefined();
  });

  it('fault 72: that may not be opened at all is a store that fails', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('not in a private window', 'SecurityError');
      },
    });
    expect(await writeSnapshot(ada, RANGE, cards, NOW)).toEqual({
      ok: false,
      failure: { kind: 'storage' },
    });
    expect(await readSnapshot(ada, RANGE, NOW)).toBeNull();
    expect(await readBreaker('api.iblai.app')).toBeNull();
  });

  it('fault 44: that is full says so, and goes on working', async () => {
    const full = withCache(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    expect(await full).toEqual({ ok: false, failure: { kind: 'storage' } });
    expect((await writeSnapshot(ada, RANGE, cards, NOW)).ok).toBe(true);
  });
});

it('a store that never answers is given up after 2 s, and opened anew', async () => {
  await readBreaker('api.iblai.app');
  vi.useFakeTimers();
  const stuck = withCache(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(2000);
  expect(await stuck).toEqual({ ok: false, failure: { kind: 'storage' } });
  vi.useRealTimers();
  const open = vi.spyOn(indexedDB, 'open');
  await readBreaker('api.iblai.app');
  expect(open).toHaveBeenCalledTimes(1);
});

it('a store whose upgrade another page holds up is given up after 2 s, and works once that is closed', async () => {
  vi.resetModules();
  const fresh = await import('./db');
  await deleteDB(CACHE_NAME);
  // A page of an older release that does not give way.
  const older = await openDB(CACHE_NAME, 1);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const held = fresh.writeEntry('spans', 'x', 1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await held).toEqual({ ok: false, failure: { kind: 'storage' } });
  vi.useRealTimers();
  older.close();
  expect(await fresh.writeEntry('spans', 'x', 2)).toEqual({ ok: true, value: null });
  expect(await fresh.readEntry('spans', 'x')).toBe(2);
});

it('the cost of a closed span is kept for the person, whatever the mentor', async () => {
  const span = { startMs: 0, endMs: 1 };
  await writeSpanCost({ ...ada, mentorId: 'm1' }, span, 1.5);
  expect(await readSpanCosts(ada, [span, { startMs: 1, endMs: 2 }])).toEqual([1.5, undefined]);
  expect(await readSpanCosts({ ...ada, user: 'grace' }, [span])).toEqual([undefined]);
});

it('a mentor’s id is kept for a day', async () => {
  const name = { baseUrl: ada.baseUrl, org: 'acme', idOrSlug: 'tutor' };
  await writeMentor(name, { mentorId: 'm1', name: 'Tutor' }, NOW);
  expect(await readMentor(name, NOW + 1)).toEqual({ mentorId: 'm1', name: 'Tutor' });
  expect(await readMentor({ ...name, org: 'globex' }, NOW + 1)).toBeNull();
  expect(await readMentor(name, NOW + 24 * 3_600_000)).toBeNull();
  expect(await readMentor(name, NOW - 1)).toBeNull();
});

it('breakers outlive the worker, and damage opens them', async () => {
  const gate = { notBeforeMs: NOW, failures: 2, openUntilMs: 0, status: 500 };
  await writeBreaker('api.iblai.app', gate);
  expect(await readBreaker('api.iblai.app')).toEqual(gate);
  await put('gates', 'host api.iblai.app', 'x');
  expect(await readBreaker('api.iblai.app')).toBeNull();
  await writeLimit('api.iblai.app', 'f1', NOW);
  expect([await readLimit('api.iblai.app', 'f1'), await readLimit('api.iblai.app', 'f2')]).toEqual([
    NOW,
    0,
  ]);
});

const use = {
  keyFingerprint: 'f1',
  baseUrl: 'https://b',
  org: 'acme',
  pathUser: 'ada',
  user: 'ada',
};
const refusal = { atMs: NOW, final: false };

it('a refusal is of one use of a key, and goes with all others of the key', async () => {
  const others = [{ user: 'eve' }, { org: 'globex' }, { baseUrl: 'https://c' }, { pathUser: 'x' }];
  const used = [use, ...others.map((other) => ({ ...use, ...other }))];
  await writeRefusal(use, refusal);
  const read = () => Promise.all(used.map(readRefusal));
  expect(await read()).toEqual([refusal, null, null, null, null]);
  expect(await readRefusal({ ...use, keyFingerprint: 'f2' })).toBeNull();
  await writeRefusal(use, null);
  expect(await readRefusal(use)).toBeNull();
  const foreign = { ...use, keyFingerprint: 'f10' };
  for (const one of [...used, foreign]) await writeRefusal(one, refusal);
  await clearRefusals('f1');
  expect(await read()).toEqual([null, null, null, null, null]);
  expect(await readRefusal(foreign)).toEqual(refusal);
});

it('everything goes when it is told to', async () => {
  await writeSnapshot(ada, RANGE, cards, NOW);
  await writeRefusal(use, refusal);
  await clearCache();
  expect(await readSnapshot(ada, RANGE, NOW)).toBeNull();
  expect(await readRefusal(use)).toBeNull();
});
