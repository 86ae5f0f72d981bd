import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { ok, type Result } from '@/utils/failure';
import { settled } from '../settled';

/** The content of the cache as the browser returns it: every reader parses it. */
interface LensSchema extends DBSchema {
  snapshots: { key: string; value: unknown };
  spans: { key: string; value: unknown };
  gates: { key: string; value: unknown };
  mentors: { key: string; value: unknown };
  months: { key: string; value: unknown };
  served: { key: string; value: unknown };
  pictures: { key: string; value: unknown };
}

export const STORES = [
  'snapshots',
  'spans',
  'gates',
  'mentors',
  'months',
  'served',
  'pictures',
] as const;
export type StoreName = (typeof STORES)[number];

export const CACHE_NAME = 'lens';

/** Increased by one whenever a store is added; cached data is kept. */
const VERSION = 4;

type Cache = IDBPDatabase<LensSchema>;

let opening: Promise<Cache> | null = null;

/**
 * Returns the open cache. If another page or the browser closes the connection, a new one is
 * opened.
 */
function open(): Promise<Cache> {
  if (opening) return opening;
  // A browser that forbids databases throws at once; here this becomes a rejected promise.
  const mine = (async () =>
    openDB<LensSchema>(CACHE_NAME, VERSION, {
      upgrade(db) {
        for (const name of STORES) {
          if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
        }
      },
      // Another page wants to delete or upgrade the database and waits until we close it.
      blocking: () => drop(mine),
      terminated: () => drop(mine),
    }))();
  opening = mine;
  return mine;
}

/** Starts to open the cache before it is needed; a failure is reported when it is used. */
export function warmCache(): void {
  open().catch(() => undefined);
}

/** Closes a connection, which may have been replaced already; running transactions may finish. */
function drop(connection: Promise<Cache> | null): void {
  if (opening === connection) opening = null;
  connection?.then(
    (db) => db.close(),
    () => undefined,
  );
}

/**
 * Runs one task on the cache; `storage` when it fails or takes longer than 2 s. A broken connection
 * is replaced once, because the database may have been deleted while it was open.
 */
export async function withCache<T>(work: (db: Cache) => Promise<T>): Promise<Result<T>> {
  const done = await settled(async () => {
    try {
      return await open().then(work);
    } catch (error) {
      drop(opening);
      if (isForeign(error)) await deleteDB(CACHE_NAME);
      return await open().then(work);
    }
  });
  if (!done.ok) drop(opening);
  return done;
}

/**
 * Whether the database belongs to a newer release or lacks a store: as it is only a cache, it is
 * deleted and created again.
 */
const isForeign = (error: unknown): boolean =>
  error instanceof DOMException && ['VersionError', 'NotFoundError'].includes(error.name);

/** The keys that are asked of each store in this turn, and their values to come. */
const reads = new Map<StoreName, { keys: string[]; values: Promise<unknown[]> }>();

/** Reads one entry; any damage reads as absent. All that is asked in one turn is one transaction. */
export async function readEntry(store: StoreName, key: string): Promise<unknown> {
  const read = reads.get(store) ?? beginRead(store);
  const index = read.keys.push(key) - 1;
  return (await read.values)[index];
}

function beginRead(store: StoreName) {
  const keys: string[] = [];
  const values = Promise.resolve().then(async () => {
    reads.delete(store);
    const read = await withCache((db) => {
      const entries = db.transaction(store).store;
      return Promise.all(keys.map((key) => entries.get(key)));
    });
    return read.ok ? read.value : [];
  });
  const begun = { keys, values };
  reads.set(store, begun);
  return begun;
}

/** Writes one entry. */
export async function writeEntry(
  store: StoreName,
  key: string,
  value: unknown,
): Promise<Result<null>> {
  const written = await withCache((db) => db.put(store, value, key));
  return written.ok ? ok(null) : written;
}

/** Removes one entry. */
export async function deleteEntry(store: StoreName, key: string): Promise<Result<null>> {
  const deleted = await withCache((db) => db.delete(store, key));
  return deleted.ok ? ok(null) : deleted;
}

/** Empties the cache. */
export async function clearCache(): Promise<Result<null>> {
  const cleared = await withCache(async (db) => {
    const transaction = db.transaction(STORES, 'readwrite');
    await Promise.all([
      ...STORES.map((name) => transaction.objectStore(name).clear()),
      transaction.done,
    ]);
  });
  return cleared.ok ? ok(null) : cleared;
}
