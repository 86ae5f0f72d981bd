import * as z from 'zod/mini';
import { bucketsOf } from '../time/buckets';
import { type Finished, finishedOf, type Measured, mean } from '../time/finished';
import { type Interval, lengthOf, type Period } from '../time/period';
import { placeBefore, precedingPeriod } from '../time/preceding-period';
import { DAY_MS } from '../time/range';

export const intervalSchema = z.object({ startMs: z.number(), endMs: z.number() });

export const comparedSchema = z.object({
  now: intervalSchema,
  before: intervalSchema,
  value: z.number(),
  preceding: z.number(),
  /** True where the two times differ in length, so that both values are daily averages. */
  byDay: z.boolean(),
});

/** The data of a change: the values of a time and of the time that it is compared with. */
export type Compared = z.infer<typeof comparedSchema>;

/**
 * Compares the finished buckets of a period with the same number of buckets, at the same places, of
 * the preceding range. A week that is cut by the period counts only in a sum, and only where the
 * preceding range has the same cut; as does a month of a range that begins within one. A pair with an unknown value is left out. Returns null where
 * nothing has ended yet or nothing is known. A series without points counts as zeros.
 */
export function compareBuckets(
  points: Measured[],
  pointsBefore: Measured[],
  { period, asOfMs, kind }: { period: Period; asOfMs: number; kind: 'sum' | 'average' },
): Compared | null {
  const before = precedingPeriod(period);
  // A month is compared by its days, whatever its buckets are.
  const endedMs = period.cut === 'month' ? Math.floor(asOfMs / DAY_MS) * DAY_MS : asOfMs;
  const now = finishedOf(orZeros(points, period, asOfMs), period, endedMs);
  const then = finishedOf(orZeros(pointsBefore, before, asOfMs), before, endedMs);
  const [ours, theirs] = isAligned(period)
    ? samePlaces(now, then, period)
    : wholes(now, then, kind);
  if (ours.length !== theirs.length) return measure(ours, theirs, kind);
  const isKnown = (_: Finished, i: number) =>
    (ours[i]?.value ?? null) !== null && (theirs[i]?.value ?? null) !== null;
  return ours.every(isKnown)
    ? measure(ours, theirs, kind)
    : measure(ours.filter(isKnown), theirs.filter(isKnown), kind);
}

/** Whether the buckets of a period lie at the same places as those of the range before. */
const isAligned = ({ aggregation, cut }: Period): boolean =>
  aggregation === 'monthly' ? cut === 'month' : aggregation !== 'weekly';

/** Compares the totals of two times, as daily averages where they differ in length. */
export function compareTotals(
  now: Interval & { total: number },
  before: Interval & { total: number },
): Compared | null {
  const lengthMs = now.endMs - now.startMs;
  const lengthBeforeMs = before.endMs - before.startMs;
  if (lengthMs <= 0 || lengthBeforeMs <= 0) return null;
  const byDay = lengthMs !== lengthBeforeMs;
  const written = (total: number, ms: number) => (byDay ? (total * DAY_MS) / ms : total);
  return {
    now: { startMs: now.startMs, endMs: now.endMs },
    before: { startMs: before.startMs, endMs: before.endMs },
    value: written(now.total, lengthMs),
    preceding: written(before.total, lengthBeforeMs),
    byDay,
  };
}

/** Returns zeros for an empty series, which means that nothing happened. */
function orZeros(points: Measured[], period: Period, asOfMs: number): Measured[] {
  if (points.length > 0) return points;
  return bucketsOf(period, asOfMs).map(({ startMs }) => ({ startMs, value: 0 }));
}

/**
 * Returns buckets up to the place at which our finished ones end; all of them for a finished
 * period.
 */
function samePlaces(now: Finished[], then: Finished[], period: Period): [Finished[], Finished[]] {
  const before = precedingPeriod(period);
  const endedMs = now.at(-1)?.endMs ?? period.startMs;
  const untilMs = endedMs >= period.endMs ? before.endMs : placeBefore(endedMs, period);
  return [now, then.filter(({ endMs }) => endMs <= untilMs)];
}

/**
 * Returns whole weeks or months in order, the same number of each; for a sum also the weeks that
 * both ranges cut alike.
 */
function wholes(
  now: Finished[],
  then: Finished[],
  kind: 'sum' | 'average',
): [Finished[], Finished[]] {
  const [ours, theirs] = [now.filter(({ whole }) => whole), then.filter(({ whole }) => whole)];
  const count = Math.min(ours.length, theirs.length);
  const [first, firstBefore] = [now[0], then[0]];
  const [last, lastBefore] = [now.at(-1), then.at(-1)];
  const cutAlike = (one?: Finished, other?: Finished) =>
    kind === 'sum' &&
    one &&
    other &&
    !one.whole &&
    !other.whole &&
    lengthOf(one) === lengthOf(other);
  const front = cutAlike(first, firstBefore) && first && firstBefore;
  const back =
    cutAlike(last, lastBefore) &&
    last !== first &&
    lastBefore !== firstBefore &&
    last &&
    lastBefore;
  // Weeks at the end have the same place only where both ranges have the same number of weeks
  // before them.
  const withBack = back && ours.length === theirs.length;
  return [
    [...(front ? [first] : []), ...ours.slice(0, count), ...(withBack ? [last] : [])],
    [...(front ? [firstBefore] : []), ...theirs.slice(0, count), ...(withBack ? [lastBefore] : [])],
  ];
}

function measure(now: Finished[], then: Finished[], kind: 'sum' | 'average'): Compared | null {
  const [first, last] = [now[0], now.at(-1)];
  const [firstBefore, lastBefore] = [then[0], then.at(-1)];
  if (!first || !last || !firstBefore || !lastBefore) return null;
  const byDay = kind === 'sum' && lengthOfAll(now) !== lengthOfAll(then);
  const written = (buckets: Finished[]) => {
    const average = mean(buckets);
    if (average === null || kind === 'average') return average;
    const known = buckets.filter(({ value }) => value !== null);
    const sum = known.reduce((total, { value }) => total + (value ?? 0), 0);
    return byDay ? (sum * DAY_MS) / lengthOfAll(known) : sum;
  };
  const [value, preceding] = [written(now), written(then)];
  if (value === null || preceding === null) return null;
  return {
    now: { startMs: first.startMs, endMs: last.endMs },
    before: { startMs: firstBefore.startMs, endMs: lastBefore.endMs },
    value,
    preceding,
    byDay,
  };
}

const lengthOfAll = (buckets: Finished[]): number =>
  buckets.reduce((sum, bucket) => sum + lengthOf(bucket), 0);
