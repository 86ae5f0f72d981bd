import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { DAY_MS } from '@/utils/figures/range';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { readKey, saveKey } from '@/utils/store/keys/vault';
import { withCache } from '@/utils/store/snapshots/db';
import { readSnapshot, writeSnapshot } from '@/utils/store/snapshots/snapshots';
import { readSpanCosts, writeSpanCost } from '@/utils/store/snapshots/spans';
import { keepSweeping, sweep } from './sweep';

const NOW = Date.UTC(2026, 10, 20);
const ada = { baseUrl: 'https://b', org: 'acme', user: 'ada', mentorId: null, keyFingerprint: 'f' };
const range = { kind: '7d' } as const;
const span = { startMs: NOW - DAY_MS, endMs: NOW };

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
  const count = async (store: 'snapshots' | 'spans') => {
    const read = await withCache((db) => db.count(store));
    return read.ok ? read.value : -1;
  };
  expect([await count('snapshots'), await count('spans')]).toEqual([0, 1]);
  await sweep(NOW + 90 * DAY_MS);
  expect(await count('spans')).toBe(0);
});

it('is done every day once figures are kept', async () => {
  await keepSweeping();
  expect(await browser.alarms.get('sweep')).toMatchObject({ periodInMinutes: 24 * 60 });
});
