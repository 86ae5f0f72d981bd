import type { CardRequest } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, isWholeDays, wholeDays } from '@/utils/api/days';
import { type Finances, type Point, sumOf } from '@/utils/api/wire/gen2';
import { fail, ok, type Result } from '@/utils/failure';
import { finishedDays } from '@/utils/figures/comparison/comparable';
import { bucketsOf } from '@/utils/figures/time/buckets';
import { type Interval, isSamePeriod, type Period } from '@/utils/figures/time/period';
import { intervalsBefore, precedingPeriod } from '@/utils/figures/time/preceding-period';
import { HOUR_MS } from '@/utils/figures/time/range';
import { sinceFirst } from '@/utils/figures/time/since-first';
import type { Held } from '../card-ask';
import { compareCosts } from './compare';
import type { CostData } from './data';

/** Days that ended so long before they were asked for are not asked for again. */
const SETTLE_MS = HOUR_MS;

/** A user's cost, total and day by day, with all mentors or with one, and the days of the range before. */
export async function fetchFinances(
  client: Client,
  request: CardRequest,
  held?: Held<CostData>,
): Promise<Result<CostData>> {
  const [now, before] = await Promise.all([
    askDays(client, request),
    askDaysBefore(client, request, held),
  ]);
  return now.ok ? costOfDays(request, now.value, before, held) : now;
}

/** The user's cost of the whole UTC days of a request, in one call. */
export function askDays(client: Client, request: CardRequest): Promise<Result<Finances>> {
  return askFor(client, request, wholeDays(request.period));
}

/** The days of the range before in one call; null where they can't be had, or the card has them already. */
export async function askDaysBefore(
  client: Client,
  request: CardRequest,
  held?: Held<CostData>,
): Promise<Point[] | null> {
  const period = wholeDays(request.period);
  if (period.cut === 'all') return [];
  if (keptBefore(period, request, held)) return null;
  const answer = await askFor(client, request, precedingPeriod(period));
  if (!answer.ok) return null;
  const { days, total } = answer.value;
  // If the answer has a total but no days, the days are unknown and not zero.
  return days.length === 0 && total !== 0 ? null : days;
}

const askFor = (client: Client, { caller, mentorId }: CardRequest, period: Period) =>
  client.finances(caller, daysQuery(period, mentorId));

/** The card of an answer; compared with nothing where the days before are unknown. */
export function costOfDays(
  request: CardRequest,
  { total, days }: Finances,
  daysBefore: Point[] | null = null,
  held?: Held<CostData>,
): Result<CostData> {
  const { mentorId, nowMs } = request;
  const spent = days.filter(({ value }) => value !== 0).map(({ startMs }) => startMs);
  const period = sinceFirst(wholeDays(request.period), spent);
  // If all days lie outside of the period, the answer does not belong to this request.
  if (days.length > 0 && !days.some(isIn(period))) return fail({ kind: 'bad-response' });
  const spans = days.length === 0 ? [] : barsOf(days, period, nowMs);
  const kept = daysBefore === null ? keptBefore(period, request, held) : null;
  return ok({
    period,
    asOfMs: nowMs,
    total,
    spans,
    compared: kept ? kept.compared : comparedDays(period, { total, days }, daysBefore, nowMs),
    precedingSpans: kept ? kept.precedingSpans : barsBefore(spans, period, daysBefore),
    ...(mentorId === null ? {} : { ofMentor: true }),
    ...(isWholeDays(request.period) ? {} : { wholeDays: true }),
  });
}

/** Returns the days that have ended and the days at the same positions of the range before. */
function comparedDays(
  period: Period,
  { total, days }: Pick<Finances, 'total' | 'days'>,
  daysBefore: Point[] | null,
  nowMs: number,
): CostData['compared'] {
  const intervals = finishedDays(period, nowMs);
  if (!intervals || daysBefore === null || days.length === 0) return null;
  const ended = intervals.now.endMs >= period.endMs ? total : sumIn(days, intervals.now);
  const before = sumIn(daysBefore, intervals.before);
  return ended === null || before === null ? null : compareCosts(intervals, ended, before);
}

/** The bars of the range before, each as long as the one it stands behind. */
export const barsBefore = (
  spans: Interval[],
  period: Period,
  daysBefore: Point[] | null,
): CostData['precedingSpans'] =>
  daysBefore &&
  intervalsBefore(spans, period).map((bar) => ({ ...bar, cost: sumIn(daysBefore, bar) }));

/** Returns the card's bars of the range before, if they cover the same days and can't change any more. */
function keptBefore(
  period: Period,
  { mentorId, nowMs }: CardRequest,
  held: Held<CostData> | undefined,
): CostData | null {
  const known = held?.data;
  if (!known?.precedingSpans || !known.compared) return null;
  const endedMs = finishedDays(period, nowMs)?.now.endMs;
  const isSame =
    isSamePeriod(known.period, period) && (known.ofMentor === true) === (mentorId !== null);
  const isOver = known.compared.now.endMs === endedMs && endedMs + SETTLE_MS <= known.asOfMs;
  return isSame && isOver ? known : null;
}

/** Days put together into the buckets of a period, clipped to it; a day that is left out cost nothing. */
const barsOf = (days: Point[], period: Period, nowMs: number): CostData['spans'] =>
  bucketsOf(period, nowMs).map((bucket) => {
    const startMs = Math.max(bucket.startMs, period.startMs);
    const endMs = Math.min(bucket.endMs, period.endMs);
    return { startMs, endMs, open: bucket.open, cost: sumIn(days, { startMs, endMs }) };
  });

const isIn =
  ({ startMs, endMs }: Interval) =>
  (point: Point): boolean =>
    point.startMs >= startMs && point.startMs < endMs;

const sumIn = (days: Point[], interval: Interval): number | null =>
  sumOf(days.filter(isIn(interval)).map(({ value }) => value));
