import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { settled } from '../settled';

/**
 * The only place where the API key is stored: IndexedDB in the extension's own origin, which no web
 * page and no content script can open, encrypted with a key that cannot be exported. Content
 * scripts could read `storage.local`, in Firefox always.
 */
export interface VaultSchema extends DBSchema {
  keys: { key: string; value: unknown };
}

export const VAULT_NAME = 'lens-vault';

/**
 * Opens the vault for one task and closes it afterwards, so that a request to delete it never has
 * to wait.
 */
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

/** The stored record of each slot; the API key in it is encrypted. */
export type KeyRecords = [slot: string, value: unknown][];

/**
 * Returns all records of the vault; null where it cannot be opened, so that its content is unknown.
 */
export async function readRecords(): Promise<KeyRecords | null> {
  const read = await withVault((db) => Promise.all([db.getAllKeys('keys'), db.getAll('keys')]));
  if (!read.ok) return null;
  const [slots, values] = read.value;
  return slots.map((slot, index) => [slot, values[index]]);
}
