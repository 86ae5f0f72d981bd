import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { settled } from '../settled';

/**
 * The one place where the API key rests: IndexedDB of the extension's own origin, which no page and
 * no content script can open, encrypted with a key that can't be taken out of the browser.
 * `storage.local` would be open to content scripts, in Firefox always.
 */
export interface VaultSchema extends DBSchema {
  keys: { key: string; value: unknown };
}

export const VAULT_NAME = 'lens-vault';

/** Opens the vault for one piece of work, and closes it: nobody who wants to delete it has to wait. */
export async function withVault<T>(work: (db: IDBPDatabase<VaultSchema>) => Promise<T>) {
  let opened: Promise<IDBPDatabase<VaultSchema>> | undefined;
  const done = await settled(() => {
    opened = openDB<VaultSchema>(VAULT_NAME, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('keys');
      },
    });
    return opened.then(work);
  });
  opened?.then((db) => db.close()).catch(() => undefined);
  return done;
}

/** What rests in each slot, as it rests: the key itself is sealed. */
export type KeyRecords = [slot: string, value: unknown][];

/** Everything that rests in the vault; null where it can't be opened, which says nothing of what is in it. */
export async function readRecords(): Promise<KeyRecords | null> {
  const read = await withVault((db) => Promise.all([db.getAllKeys('keys'), db.getAll('keys')]));
  if (!read.ok) return null;
  const [slots, values] = read.value;
  return slots.map((slot, index) => [slot, values[index]]);
}
