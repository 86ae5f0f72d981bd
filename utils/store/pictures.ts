import type { Result } from '@/utils/failure';
import { withCache } from './db';

/** What a page showed first, kept for its next opening. */
export interface Picture {
  /** The dashboard's elements, as JSON. */
  tree: string;
  lang: string;
  dir: string;
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
export interface FoundPicture {
  picture: Picture;
  snapshot: unknown;
}

/** The most pictures that are kept: one for each page, range and scope that somebody goes back to. */
const MOST = 12;

/**
 * The picture of this sign; null where there is none, where its figures have changed since, or where
 * time has made it untrue. Checked by hand: a page that opens has no parser yet.
 */
export async function readPicture(sign: string, nowMs: number): Promise<FoundPicture | null> {
  const read = await withCache(async (db) => {
    const transaction = db.transaction(['pictures', 'snapshots']);
    const picture: unknown = await transaction.objectStore('pictures').get(sign);
    if (!isPicture(picture)) return null;
    const snapshot = await transaction.objectStore('snapshots').get(picture.snapshotKey);
    return isOfSnapshot(picture, snapshot) && nowMs < picture.untilMs && nowMs >= picture.newestMs
      ? { picture, snapshot }
      : null;
  });
  return read.ok ? read.value : null;
}

/** Keeps a picture, and lets the oldest go. */
export const writePicture = (sign: string, picture: Picture): Promise<Result<void>> =>
  withCache(async (db) => {
    const transaction = db.transaction('pictures', 'readwrite');
    const { store } = transaction;
    await store.put(picture, sign);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const kept = keys.map((key, index) => ({ key, value: values[index] }));
    const ageOf = (value: unknown) => (isPicture(value) ? value.savedAtMs : 0);
    const tooMany = kept.toSorted((a, b) => ageOf(b.value) - ageOf(a.value)).slice(MOST);
    await Promise.all([...tooMany.map(({ key }) => store.delete(key)), transaction.done]);
  });

const isOfSnapshot = ({ savedAtMs }: Picture, snapshot: unknown): boolean =>
  snapshot instanceof Object && 'savedAtMs' in snapshot && snapshot.savedAtMs === savedAtMs;

const TEXTS = ['tree', 'lang', 'dir', 'snapshotKey', 'asking'] as const;
const NUMBERS = ['plotWidth', 'savedAtMs', 'oldestMs', 'newestMs', 'untilMs'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function isPicture(value: unknown): value is Picture {
  if (!(value instanceof Object)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    TEXTS.every((name) => isText(fields.get(name))) &&
    isTexts(fields.get('ages')) &&
    NUMBERS.every((name) => Number.isFinite(fields.get(name)))
  );
}
