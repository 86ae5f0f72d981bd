/** The first content that a page showed, stored for its next opening. */
export interface FirstPaint {
  /** The dashboard's elements, as JSON. */
  tree: string;
  lang: string;
  dir: string;
  /** The name of the mentor in the tab; empty where none was known. */
  mentorName: string;
  /** The width of its charts, in CSS pixels. */
  plotWidth: number;
  /**
   * The cache entry that it shows, and when that entry was written (epoch ms); it is valid for no
   * other.
   */
  snapshotKey: string;
  savedAtMs: number;
  /**
   * The texts about the figures' age, minute by minute while they are fresh, and the text while
   * newer figures are requested.
   */
  ages: string[];
  asking: string;
  /** The times at which its oldest and newest figures were fetched (epoch ms). */
  oldestMs: number;
  newestMs: number;
  /** The time at which its open buckets end (epoch ms). */
  untilMs: number;
}

/** The present state to compare with; a field that is left out is not known yet. */
interface Present {
  nowMs: number;
  /** The time at which the snapshot in the cache was written; undefined where there is none. */
  savedAtMs: number | undefined;
  snapshotKey?: string;
  mentorName?: string;
}

/**
 * Whether a first paint, found by its cache key, is still valid: it shows the newest figures of the
 * same question and mentor, and its time is not over. This is decided only here.
 */
export const isTrueFor = (paint: FirstPaint, present: Present): boolean =>
  paint.savedAtMs === present.savedAtMs &&
  paint.snapshotKey === (present.snapshotKey ?? paint.snapshotKey) &&
  paint.mentorName === (present.mentorName ?? paint.mentorName) &&
  isTrueAt(paint, present.nowMs);

/** Whether its buckets are still open and the clock was not set back. */
const isTrueAt = ({ newestMs, untilMs }: FirstPaint, nowMs: number): boolean =>
  nowMs >= newestMs && nowMs < untilMs;

const TEXTS = ['tree', 'lang', 'dir', 'snapshotKey', 'asking', 'mentorName'] as const;
const NUMBERS = ['plotWidth', 'savedAtMs', 'oldestMs', 'newestMs', 'untilMs'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Checks the shape without zod, which is not loaded yet when a page opens. */
export function isFirstPaint(value: unknown): value is FirstPaint {
  if (!(value instanceof Object)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    TEXTS.every((name) => isText(fields.get(name))) &&
    isTexts(fields.get('ages')) &&
    NUMBERS.every((name) => Number.isFinite(fields.get(name)))
  );
}
