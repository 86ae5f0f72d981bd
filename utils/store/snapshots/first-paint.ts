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

/** What is known of the present; what is left out is not known yet. */
interface Present {
  nowMs: number;
  /** When the snapshot in the cache was written; undefined where there is none. */
  savedAtMs: number | undefined;
  snapshotKey?: string;
  mentorName?: string;
}

/**
 * Whether a first paint, found by its cache key, is true: it is of the newest figures of the same question
 * and mentor, and time has not made it untrue. The one place where that is decided.
 */
export const isTrueFor = (paint: FirstPaint, present: Present): boolean =>
  paint.savedAtMs === present.savedAtMs &&
  paint.snapshotKey === (present.snapshotKey ?? paint.snapshotKey) &&
  paint.mentorName === (present.mentorName ?? paint.mentorName) &&
  isTrueAt(paint, present.nowMs);

/** Whether its buckets still run, and no clock was set back. */
const isTrueAt = ({ newestMs, untilMs }: FirstPaint, nowMs: number): boolean =>
  nowMs >= newestMs && nowMs < untilMs;

const TEXTS = ['tree', 'lang', 'dir', 'snapshotKey', 'asking', 'mentorName'] as const;
const NUMBERS = ['plotWidth', 'savedAtMs', 'oldestMs', 'newestMs', 'untilMs'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Checked by hand: a page that opens has no parser yet. */
export function isFirstPaint(value: unknown): value is FirstPaint {
  if (!(value instanceof Object)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    TEXTS.every((name) => isText(fields.get(name))) &&
    isTexts(fields.get('ages')) &&
    NUMBERS.every((name) => Number.isFinite(fields.get(name)))
  );
}
