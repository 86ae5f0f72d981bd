import { type StoreName, withCache } from './db';

/** Deletes the entries of a store for which `isOver` is true. */
export async function sweepEntries(
  store: StoreName,
  isOver: (value: unknown, key: string) => boolean,
): Promise<void> {
  await withCache(async (db) => {
    let cursor = await db.transaction(store, 'readwrite').store.openCursor();
    while (cursor) {
      if (isOver(cursor.value, cursor.key)) await cursor.delete();
      cursor = await cursor.continue();
    }
  });
}
