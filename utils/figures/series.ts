import { bucketsAfter, bucketsOf, WEEK_MS } from './time/buckets';
import type { Period } from './time/period';

/** New and veteran users of one bucket; null where the API gave no number. */
export interface CohortPoint {
  startMs: number;
  newUsers: number | null;
  veteranUsers: number | null;
}

/** A count of one bucket; null where the API gave no number. */
export interface CountPoint {
  startMs: number;
  count: number | null;
}

/** Returns the starts of the buckets that are not empty (epoch ms). */
export const startsOf = (rows: CountPoint[]): number[] =>
  rows.filter(({ count }) => count !== 0).map(({ startMs }) => startMs);

/**
 * A series without gaps up to now. `droppedAll`: there were rows, and all lay outside the period.
 */
export interface Filled<Point> {
  points: Point[];
  droppedAll: boolean;
}

/**
 * Places the API's rows into the buckets of a period: a bucket without a row is zero, a row without
 * a number is unknown, a row outside the period is dropped. For repeated rows, new users are added
 * up; for veteran users the larger count is used, as the same person may be in both. Without rows
 * there are no points.
 */
export function fillCohorts(
  rows: CohortPoint[],
  period: Period,
  nowMs: number,
): Filled<CohortPoint> {
  return fill(rows, period, nowMs, {
    zero: (startMs) => ({ startMs, newUsers: 0, veteranUsers: 0 }),
    merge: (a, b) => ({
      startMs: a.startMs,
      newUsers: add(a.newUsers, b.newUsers),
      veteranUsers: larger(a.veteranUsers, b.veteranUsers),
    }),
  });
}

/** As `fillCohorts`, for counts that add up. */
export function fillCounts(rows: CountPoint[], period: Period, nowMs: number): Filled<CountPoint> {
  return fill(rows, period, nowMs, {
    zero: (startMs) => ({ startMs, count: 0 }),
    merge: (a, b) => ({ startMs: a.startMs, count: add(a.count, b.count) }),
  });
}

interface Kind<Point> {
  zero: (startMs: number) => Point;
  merge: (a: Point, b: Point) => Point;
}

function fill<Point extends { startMs: number }>(
  rows: Point[],
  period: Period,
  nowMs: number,
  { zero, merge }: Kind<Point>,
): Filled<Point> {
  if (rows.length === 0) return { points: [], droppedAll: false };
  const buckets = bucketsOf(period, nowMs, weekPhase(rows, period));
  const firstMs = buckets[0]?.startMs ?? period.startMs;
  const placed = new Array<Point | undefined>(buckets.length);
  let droppedAll = true;
  for (const row of rows) {
    const index = bucketsAfter(firstMs, row.startMs, period.aggregation);
    const bucket = buckets[index];
    if (!bucket) continue;
    const there = placed[index];
    placed[index] = there ? merge(there, row) : { ...row, startMs: bucket.startMs };
    droppedAll = false;
  }
  return { points: buckets.map(({ startMs }, i) => placed[i] ?? zero(startMs)), droppedAll };
}

/**
 * Returns on which weekday the API's weeks begin, taken from the latest row. The first row may
 * carry the period's start instead, when the period cuts its week short.
 */
function weekPhase(rows: { startMs: number }[], { startMs, endMs }: Period): number | undefined {
  let latest: number | undefined;
  for (const row of rows) {
    const near = row.startMs > startMs - WEEK_MS && row.startMs < endMs;
    if (near && row.startMs > (latest ?? 0)) latest = row.startMs;
  }
  return latest;
}

const add = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : a + b);

const larger = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
