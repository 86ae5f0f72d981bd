import { browser } from 'wxt/browser';
import { ok, type Result } from '@/utils/failure';
import { isPrivateOpen } from '../private-open';
import { settled } from '../settled';
import { deleteEntry, readEntry, type StoreName, writeEntry } from './db';

// What concerns the page of a private window is never written to disk: it stays in the browser's memory
// (`storage.session`), where pages and worker find it, until the last private window is closed.
// https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas

const FIRST = 'private ';
const nameOf = (store: StoreName, key: string) => `${FIRST}${store} ${key}`;

async function remove(isMeant: (name: string) => boolean): Promise<Result<null>> {
  const done = await settled(async () => {
    const names = Object.keys(await browser.storage.session.get(null)).filter(isMeant);
    if (names.length > 0) await browser.storage.session.remove(names);
  });
  return done.ok ? ok(null) : done;
}

const inMemory = {
  async read(store: StoreName, key: string): Promise<unknown> {
    const name = nameOf(store, key);
    const read = await settled(() => browser.storage.session.get(name));
    return read.ok ? read.value[name] : undefined;
  },
  async write(store: StoreName, key: string, value: unknown): Promise<Result<null>> {
    const written = await settled(async () => {
      await browser.storage.session.set({ [nameOf(store, key)]: value });
      // An answer may come after the last private window was closed, and what was kept was deleted.
      if (!(await isPrivateOpen())) await browser.storage.session.remove(nameOf(store, key));
    });
    return written.ok ? ok(null) : written;
  },
  async delete(store: StoreName, key: string): Promise<Result<null>> {
    const deleted = await settled(() => browser.storage.session.remove(nameOf(store, key)));
    return deleted.ok ? ok(null) : deleted;
  },
};

const onDisk = { read: readEntry, write: writeEntry, delete: deleteEntry };

/** The entries of the cache, or those of private windows, which are kept in memory alone. */
export const entriesFor = (whose: { isPrivate?: boolean | undefined }): typeof inMemory =>
  whose.isPrivate ? inMemory : onDisk;

/** Deletes the entries of a store whose key begins so, of private windows alone. */
export const deletePrivate = (store: StoreName, keyStart: string): Promise<Result<null>> =>
  remove((name) => name.startsWith(nameOf(store, keyStart)));

/** Deletes all that is kept of private windows. */
export const clearPrivate = (): Promise<Result<null>> => remove((name) => name.startsWith(FIRST));
