import type { Result } from '@/utils/failure';
import { withCache, writeEntry } from './db';

/** What a page showed first, kept for its next opening. */
export interface FirstPaint {
  /** The dashboard's elements, as JSON. */
  tree: string;
  lang: string;
  dir: string;
  /** The name of the mentor in the tab; empty where none was known. */
  mentorName: string;
  /** How wide its charts are, in CSS pixels. */
  plotWidth: number;
  /** The entry of the cache that it shows, and when that was written (epoch ms): of no other is it true. */
  snapshotKey: string;
  savedAtMs: number;
  /** What is said of the figures' age by the minute, while they are fresh; and while newer ones are asked for. */
  ages: string[];
  asking: string;
  /** When the oldest and the newest of its figures were fetched (epoch ms). */
  oldestMs: number;
  newestMs: number;
  /** When its open buckets close (epoch ms). */
  untilMs: number;
}

/** A picture, and the snapshot it shows as it rests. */
export interface StoredFirstPaint {
  picture: FirstPaint;
  snapshot: unknown;
}

/** The most pictures that are kept: one for each page, range and scope that somebody goes back to. */
const MOST = 12;

/**
 * The picture of this sign; null where there is none, where its figures have changed since, or where
 * time has made it untrue. Checked by hand: a page that opens has no parser yet.
 */
export async function readFirstPaint(
  sign: string,
  nowMs: number,
): Promise<StoredFirstPaint | null> {
  const read = await withCache(async (db) => {
    const transaction = db.transaction(['pictures', 'snapshots']);
    const picture: unknown = await transaction.objectStore('pictures').get(sign);
    if (!isFirstPaint(picture)) return null;
    const snapshot = await transaction.objectStore('snapshots').get(picture.snapshotKey);
    return isOfSnapshot(picture, snapshot) && nowMs < picture.untilMs && nowMs >= picture.newestMs
      ? { picture, snapshot }
      : null;
  });
  return read.ok ? read.value : null;
}

/** Keeps a picture, and lets those go that are not true any more, or one too many. */
export async function writeFirstPaint(
  sign: string,
  picture: FirstPaint,
  nowMs: number,
): Promise<Result<null>> {
  const written = await writeEntry('pictures', sign, picture);
  await sweepFirstPaints(nowMs);
  return written;
}

/** Removes the pictures whose time is over, and the oldest where there are too many. */
export async function sweepFirstPaints(nowMs: number): Promise<void> {
  await withCache(async (db) => {
    const { store, done } = db.transaction('pictures', 'readwrite');
    const [signs, pictures] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const savedAt = (index: number) => {
      const picture = pictures[index];
      return isFirstPaint(picture) && nowMs < picture.untilMs ? picture.savedAtMs : null;
    };
    const kept = signs
      .map((sign, index) => ({ sign, savedAtMs: savedAt(index) }))
      .toSorted((a, b) => (b.savedAtMs ?? 0) - (a.savedAtMs ?? 0));
    const gone = kept.filter(({ savedAtMs }, index) => savedAtMs === null || index >= MOST);
    await Promise.all([...gone.map(({ sign }) => store.delete(sign)), done]);
  });
}

const isOfSnapshot = ({ savedAtMs }: FirstPaint, snapshot: unknown): boolean =>
  snapshot instanceof Object && 'savedAtMs' in snapshot && snapshot.savedAtMs === savedAtMs;

const TEXTS = ['tree', 'lang', 'dir', 'snapshotKey', 'asking', 'mentorName'] as const;
const NUMBERS = ['plotWidth', 'savedAtMs', 'oldestMs', 'newestMs', 'untilMs'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function isFirstPaint(value: unknown): value is FirstPaint {
  if (!(value instanceof Object)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    TEXTS.every((name) => isText(fields.get(name))) &&
    isTexts(fields.get('ages')) &&
    NUMBERS.every((name) => Number.isFinite(fields.get(name)))
  );
}
