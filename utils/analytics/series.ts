import { bucketStart, bucketsOf, WEEK_MS } from './buckets';
import type { Period } from './period';

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

/** A series with no gaps up to now. `droppedAll`: there were rows, and none lay in the period. */
export interface Filled<Point> {
  points: Point[];
  droppedAll: boolean;
}

/**
 * Places the API's rows into the buckets of a period: a bucket without a row is zero, a row without
 * a number stays unknown, a row outside the period is dropped. New users of repeated rows add up;
 * of veterans the larger count stands, as the same person may be in both. No rows give no points.
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
  const first = rows[0];
  if (!first) return { points: [], droppedAll: false };
  const weekStartMs = period.aggregation === 'weekly' ? weekPhase(rows) : undefined;
  const placed = new Map<number, Point>();
  for (const row of rows) {
    const startMs = bucketStart(row.startMs, period.aggregation, weekStartMs);
    const there = placed.get(startMs);
    const here = { ...row, startMs };
    placed.set(startMs, there ? merge(there, here) : here);
  }
  const buckets = bucketsOf(period, nowMs, weekStartMs);
  const points = buckets.map(({ startMs }) => placed.get(startMs) ?? zero(startMs));
  return { points, droppedAll: !buckets.some(({ startMs }) => placed.has(startMs)) };
}

/** The API's weeks all begin on one day: its earliest row's, which no clipping has moved. */
function weekPhase(rows: { startMs: number }[]): number {
  const last = rows.reduce((a, b) => (b.startMs > a.startMs ? b : a));
  return last.startMs % WEEK_MS;
}

const add = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : a + b);

const larger = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
