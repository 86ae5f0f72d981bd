// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { saveKey, wipeVault } from '@/utils/store/keys/vault';
import { withCache } from '@/utils/store/snapshots/db';
import { captureFirstPaint } from './capture';

const identity = {
  ...{ baseUrl: 'https://b', org: 'acme', user: 'ada', mentorId: null, keyFingerprint: 'f' },
};
const opening = {
  query: { identity, range: { kind: '7d' }, cards: ['cost'] },
  mentor: null,
  board: { question: '', cards: { cost: { data: {} } } },
  snapshot: { savedAtMs: 1000, cards: { cost: { data: { period: {} }, fetchedAtMs: 1000 } } },
};
vi.mock('../dashboard/model/opening', async (original) => ({
  ...(await original<object>()),
  parseOpening: async () => opening,
}));
vi.mock('./cache-key', () => ({ cacheKeyOf: async () => 'key' }));
vi.mock('@/utils/cards/boundaries', () => ({ nextBoundaryMs: () => Number.MAX_SAFE_INTEGER }));
/** Runs while the dashboard is drawn for the next opening. */
const meanwhile = vi.hoisted(() => ({ work: async () => {} }));
vi.mock('@/utils/store/snapshots/first-paint-cache', async (original) => {
  const real = await original<typeof import('@/utils/store/snapshots/first-paint-cache')>();
  return {
    ...real,
    writeFirstPaint: async (...args: Parameters<typeof real.writeFirstPaint>) => {
      await meanwhile.work();
      return real.writeFirstPaint(...args);
    },
  };
});
vi.mock('@/components/dashboard/Dashboard', () => ({ Dashboard: () => <main>Ada</main> }));

async function kept(): Promise<number> {
  const read = await withCache((db) => db.count('pictures'));
  return read.ok ? read.value : -1;
}

it('is kept for the next opening, and not where everything was deleted meanwhile', async () => {
  browser.tabs.query = async () => [];
  await saveKey('active', 'c0ffee'.repeat(10));
  const name = await captureFirstPaint('compact', '');
  expect(name).not.toBe('');
  expect(await kept()).toBe(1);
  await withCache((db) => db.clear('pictures'));
  meanwhile.work = async () => void (await wipeVault());
  expect(await captureFirstPaint('compact', '')).toBe('');
  expect(await kept()).toBe(0);
});
