import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { fail, ok, type Result } from '@/utils/failure';

/** What the cache holds, as the browser gives it back: every reader parses what it reads. */
interface LensSchema extends DBSchema {
  snapshots: { key: string; value: unknown };
  spans: { key: string; value: unknown };
  gates: { key: string; value: unknown };
  mentors: { key: string; value: unknown };
}

export type StoreName = 'snapshots' | 'spans' | 'gates' | 'mentors';
const STORES: StoreName[] = ['snapshots', 'spans', 'gates', 'mentors'];

export const CACHE_NAME = 'lens';
const TIMEOUT_MS = 2000;

let opening: Promise<IDBPDatabase<LensSchema>> | null = null;

/** The open cache. A connection that another page or the browser closes is opened anew. */
function open(): Promise<IDBPDatabase<LensSchema>> {
  const forget = () => {
    opening = null;
  };
  opening ??= openDB<LensSchema>(CACHE_NAME, 1, {
    upgrade(db) {
      for (const name of STORES) {
        if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
      }
    },
    blocking(_current, _blocked, event) {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

/**
 * Does one thing with the cache; `storage` when it fails or takes longer than 2 s. A connection found
 * dead is replaced once: the database may have been deleted while it was open.
 */
export async function withCache<T>(
  work: (db: IDBPDatabase<LensSchema>) => Promise<T>,
): Promise<Result<T>> {
  for (const last of [false, true]) {
    try {
      return ok(await inTime(open().then(work)));
    } catch {
      opening = null;
      if (last) break;
    }
  }
  return fail({ kind: 'storage' });
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer')), TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Reads one entry; damage of any kind reads as absent. */
export async function readEntry(store: StoreName, key: string): Promise<unknown> {
  const read = await withCache((db) => db.get(store, key));
  return read.ok ? read.value : undefined;
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
