import { openOptions, type Stage } from './chromium';

/** Empties every store of the cache, within any page of ours. */
export const EMPTY_CACHE = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lens');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const db = opening.result;
    const names = [...db.objectStoreNames];
    const work = db.transaction(names, 'readwrite');
    for (const name of names) work.objectStore(name).clear();
    work.oncomplete = () => { db.close(); resolve(null); };
  };
})`;

/** Empties the cache and what is remembered of hosts and keys, so that the next opening has to ask. */
export async function forget(stage: Stage): Promise<void> {
  const page = await openOptions(stage);
  await page.evaluate(EMPTY_CACHE);
  await page.close();
}
