import { monthIndex, monthOf, monthStart } from './months';
import { drawnEndMs, type Interval, type Period } from './period';
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

/** The lengths of buckets in ms; months have none. */
const SIZES = { hourly: HOUR_MS, daily: DAY_MS, weekly: WEEK_MS } as const;

/** Returns the length in ms of a whole bucket: of the month that contains `ms`, or of any other. */
export function bucketMs(ms: number, aggregation: Aggregation): number {
  if (aggregation !== 'monthly') return SIZES[aggregation];
  const { startMs, endMs } = monthOf(ms);
  return endMs - startMs;
}

/** Returns when the bucket that begins at `startMs` ends (epoch ms); a month ends with its period. */
export const bucketEnd = (startMs: number, { aggregation, endMs }: Period): number =>
  aggregation === 'monthly'
    ? Math.min(monthOf(startMs).endMs, endMs)
    : startMs + SIZES[aggregation];

/** Returns how many buckets after the one that begins at `firstMs` the one lies that contains `ms`. */
export const bucketsAfter = (firstMs: number, ms: number, aggregation: Aggregation): number =>
  aggregation === 'monthly'
    ? monthIndex(ms) - monthIndex(firstMs)
    : Math.floor((ms - firstMs) / SIZES[aggregation]);

/**
 * Returns the start (epoch ms) of the bucket that contains `ms`; weeks begin on the weekday of
 * `weekStartMs`.
 */
function bucketStart(ms: number, aggregation: Aggregation, weekStartMs = MONDAY_MS): number {
  if (aggregation === 'monthly') return ms;
  return floorTo(ms, SIZES[aggregation], aggregation === 'weekly' ? weekStartMs : 0);
}

/**
 * Returns the buckets of a period up to the one that contains now. Months begin and end with the
 * period; the first week may begin before it: the API counts only its days within the period.
 */
export function bucketsOf(period: Period, nowMs: number, weekStartMs = MONDAY_MS): Bucket[] {
  const { startMs, aggregation } = period;
  const end = Math.min(drawnEndMs(period), nowMs + 1);
  const buckets: Bucket[] = [];
  let from = bucketStart(startMs, aggregation, weekStartMs);
  while (from < end) {
    const to = bucketEnd(from, period);
    buckets.push(bucket(from, to, nowMs));
    from = to;
  }
  return buckets;
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
  if (period.aggregation === 'monthly') return costMonths(period, nowMs);
  const widthMs = spanWidth(period);
  const first = floorTo(startMs, widthMs, MONDAY_MS);
  const within = tile(first, Math.min(endMs, nowMs + 1), widthMs).map((fromMs) =>
    bucket(Math.max(fromMs, startMs), Math.min(fromMs + widthMs, endMs), nowMs),
  );
  const besideMs = drawnEndMs(period);
  return besideMs > endMs && endMs <= nowMs ? [...within, bucket(endMs, besideMs, nowMs)] : within;
}

/** As `costSpans`: calendar months, or several where there are too many. */
function costMonths({ startMs, endMs }: Interval, nowMs: number): Bucket[] {
  const at = (ms: number, months: number) => Math.floor(monthIndex(ms) / months);
  let months = 1;
  while (at(endMs - 1, months) - at(startMs, months) >= MAX_COST_SPANS) months += 1;
  const spans: Bucket[] = [];
  let fromMs = startMs;
  for (let n = at(startMs, months); fromMs < Math.min(endMs, nowMs + 1); n += 1) {
    const toMs = Math.min(monthStart((n + 1) * months), endMs);
    spans.push(bucket(fromMs, toMs, nowMs));
    fromMs = toMs;
  }
  return spans;
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

/**
 * Returns the time that a point counts: its own where that is named, else its bucket, cut at the ends of
 * what is drawn, because the API counts only the time within the period.
 */
export function timeOf(
  period: Period,
  { startMs, endMs }: { startMs: number; endMs?: number },
): Interval {
  if (endMs !== undefined) return { startMs, endMs };
  return {
    startMs: Math.max(startMs, period.startMs),
    endMs: Math.min(bucketEnd(startMs, period), drawnEndMs(period)),
  };
}

/** As `timeOf`; null where there is no such point. */
export const within = (
  period: Period,
  point: { startMs: number; endMs?: number } | undefined,
): Interval | null => (point ? timeOf(period, point) : null);
