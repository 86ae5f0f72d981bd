import type { Result } from '@/utils/failure';
import { deleteEntry, withCache, writeEntry } from './db';
import { type FirstPaint, isFirstPaint, isTrueFor } from './first-paint';

/** A first paint, and the stored snapshot that it shows. */
export interface StoredFirstPaint {
  paint: FirstPaint;
  snapshot: unknown;
}

/**
 * The largest number of first paints that are kept: one for each page, range and scope in regular
 * use.
 */
const MOST = 12;

/** Returns the first paint of this key; null where there is none or it is outdated. */
export async function readFirstPaint(
  cacheKey: string,
  nowMs: number,
): Promise<StoredFirstPaint | null> {
  const read = await withCache(async (db) => {
    const transaction = db.transaction(['pictures', 'snapshots']);
    const paint: unknown = await transaction.objectStore('pictures').get(cacheKey);
    if (!isFirstPaint(paint)) return null;
    const snapshot = await transaction.objectStore('snapshots').get(paint.snapshotKey);
    const isTrue = isTrueFor(paint, { savedAtMs: savedAtOf(snapshot), nowMs });
    return isTrue ? { paint, snapshot } : null;
  });
  return read.ok ? read.value : null;
}

/** Returns the time at which a stored snapshot was written. */
const savedAtOf = (snapshot: unknown): number | undefined =>
  snapshot instanceof Object && 'savedAtMs' in snapshot && typeof snapshot.savedAtMs === 'number'
    ? snapshot.savedAtMs
    : undefined;

/** Stores a first paint, and removes outdated ones and the oldest when there are too many. */
export async function writeFirstPaint(
  cacheKey: string,
  paint: FirstPaint,
  nowMs: number,
): Promise<Result<null>> {
  const written = await writeEntry('pictures', cacheKey, paint);
  await sweepFirstPaints(nowMs);
  return written;
}

/** Removes one first paint. */
export const dropFirstPaint = (cacheKey: string): Promise<Result<null>> =>
  deleteEntry('pictures', cacheKey);

/** Removes first paints that are outdated, and the oldest when there are too many. */
export async function sweepFirstPaints(nowMs: number): Promise<void> {
  await withCache(async (db) => {
    const { store, done } = db.transaction('pictures', 'readwrite');
    const [keys, paints] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const savedAt = (index: number) => {
      const paint = paints[index];
      return isFirstPaint(paint) && nowMs < paint.untilMs ? paint.savedAtMs : null;
    };
    const kept = keys
      .map((key, index) => ({ key, savedAtMs: savedAt(index) }))
      .toSorted((a, b) => (b.savedAtMs ?? 0) - (a.savedAtMs ?? 0));
    const gone = kept.filter(({ savedAtMs }, index) => savedAtMs === null || index >= MOST);
    await Promise.all([...gone.map(({ key }) => store.delete(key)), done]);
  });
}
