import { drawnEndMs, type Period } from './period';
import { type Aggregation, DAY_MS, HOUR_MS } from './range';

/** One column of a chart: [startMs, endMs) in epoch ms; open while it contains now. */
export interface Bucket {
  startMs: number;
  endMs: number;
  open: boolean;
}

export const WEEK_MS = 7 * DAY_MS;

/** 1970-01-05, a Monday: weeks and spans of several days are counted from it. */
const MONDAY_MS = 4 * DAY_MS;

/** Returns the length of one bucket in ms. */
export function bucketMs(aggregation: Aggregation): number {
  if (aggregation === 'hourly') return HOUR_MS;
  return aggregation === 'daily' ? DAY_MS : WEEK_MS;
}

/**
 * Returns the start (epoch ms) of the bucket that contains `ms`; weeks begin on the weekday of
 * `weekStartMs`.
 */
function bucketStart(ms: number, aggregation: Aggregation, weekStartMs = MONDAY_MS): number {
  return aggregation === 'weekly'
    ? floorTo(ms, WEEK_MS, weekStartMs)
    : floorTo(ms, bucketMs(aggregation));
}

/**
 * Returns the buckets of a period up to the one that contains now. The first week may begin before
 * the period: the API counts only its days within the period.
 */
export function bucketsOf(period: Period, nowMs: number, weekStartMs = MONDAY_MS): Bucket[] {
  const sizeMs = bucketMs(period.aggregation);
  const first = bucketStart(period.startMs, period.aggregation, weekStartMs);
  const end = Math.min(drawnEndMs(period), nowMs + 1);
  return tile(first, end, sizeMs).map((startMs) => bucket(startMs, startMs + sizeMs, nowMs));
}

/** The largest number of cost spans in a period; each needs one call. */
export const MAX_COST_SPANS = 13;

const SPAN_WIDTHS = [2, 3, 6, 12]
  .map((hours) => hours * HOUR_MS)
  .concat([1, 2, 3, 7, 14, 28].map((days) => days * DAY_MS));

/**
 * Divides a period, up to the bucket that contains now, into at most 13 adjacent half-open spans.
 * They lie on a fixed UTC grid and are cut at the period's ends, so that a finished span has the
 * same bounds tomorrow and is requested only once. The running hour after a range of hours is a
 * separate span.
 */
export function costSpans(period: Period, nowMs: number): Bucket[] {
  const { startMs, endMs } = period;
  const widthMs = spanWidth(period);
  const first = floorTo(startMs, widthMs, MONDAY_MS);
  const within = tile(first, Math.min(endMs, nowMs + 1), widthMs).map((fromMs) =>
    bucket(Math.max(fromMs, startMs), Math.min(fromMs + widthMs, endMs), nowMs),
  );
  const besideMs = drawnEndMs(period);
  return besideMs > endMs && endMs <= nowMs ? [...within, bucket(endMs, besideMs, nowMs)] : within;
}

function spanWidth({ startMs, endMs, cut }: Period): number {
  const lengthMs = endMs - startMs;
  const most = cut === 'hours' ? MAX_COST_SPANS - 1 : MAX_COST_SPANS;
  const fits = (widthMs: number) => {
    // A period that is not aligned with the grid can touch one span more than its length suggests.
    const aligned =
      cut !== 'hours' && widthMs <= DAY_MS && lengthMs % widthMs === 0 && startMs % widthMs === 0;
    return Math.ceil(lengthMs / widthMs) + (aligned ? 0 : 1) <= most;
  };
  const width = SPAN_WIDTHS.find(fits);
  if (width) return width;
  let wide = 56 * DAY_MS;
  while (!fits(wide)) wide *= 2;
  return wide;
}

function tile(firstMs: number, endMs: number, sizeMs: number): number[] {
  const count = Math.max(0, Math.ceil((endMs - firstMs) / sizeMs));
  return Array.from({ length: count }, (_, index) => firstMs + index * sizeMs);
}

const bucket = (startMs: number, endMs: number, nowMs: number): Bucket => ({
  startMs,
  endMs,
  open: startMs <= nowMs && nowMs < endMs,
});

const floorTo = (ms: number, unitMs: number, originMs = 0) =>
  originMs + Math.floor((ms - originMs) / unitMs) * unitMs;

/** Returns the bucket of a point by its period's aggregation; null where there is no such point. */
export function bucketAt(
  { aggregation }: Period,
  point: { startMs: number; endMs?: number } | undefined,
): { startMs: number; endMs: number } | null {
  if (!point) return null;
  const { startMs, endMs = startMs + bucketMs(aggregation) } = point;
  return { startMs, endMs };
}

/**
 * As `bucketAt`, cut at the period's ends, because the API counts only the time within the period.
 */
export function within(
  period: Period,
  point: { startMs: number; endMs?: number } | undefined,
): { startMs: number; endMs: number } | null {
  const bucket = bucketAt(period, point);
  return (
    bucket && {
      startMs: Math.max(bucket.startMs, period.startMs),
      endMs: Math.min(bucket.endMs, period.endMs),
    }
  );
}
