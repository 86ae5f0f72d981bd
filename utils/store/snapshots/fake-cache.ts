import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { vi } from 'vitest';
import { sampleFigures } from '@/utils/cards/fake-figures';
import type { Identity } from '@/utils/identity';
import { CACHE_NAME, withCache } from './db';
import type { Snapshot } from './snapshot';

/** For tests: an identity, a range and the cards of a snapshot at an instant. */
export const NOW = Date.parse('2026-11-18T15:20:00Z');
export const RANGE = { kind: '30d' } as const;
export const ada: Identity = {
  baseUrl: 'https://api.iblai.app/dm',
  org: 'acme',
  user: 'ada',
  mentorId: null,
  keyFingerprint: 'f1',
};
const { cost } = sampleFigures(RANGE, false, NOW);
export const cards: Snapshot['cards'] = { cost: { data: cost, fetchedAtMs: NOW } };

/** Begins with an empty cache. */
export async function emptyCache() {
  vi.stubGlobal('indexedDB', new IDBFactory());
  // The module's connection belongs to the database factory of the previous test.
  await withCache(async (db) => db.close());
}

/** Writes a value into a store of the cache as it is. */
export async function put(store: string, key: string, value: unknown) {
  const db = await openDB(CACHE_NAME);
  await db.put(store, value, key);
  db.close();
}
