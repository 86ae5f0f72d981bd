import type { CardRequest } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { dayCount, daysQuery, isWholeDays, wholeDays } from '@/utils/api/days';
import { type Point, sumOf } from '@/utils/api/wire/gen2';
import { fail, ok, type Result } from '@/utils/failure';
import { bucketsOf } from '@/utils/figures/buckets';
import { precedingPeriod, stretchesBefore } from '@/utils/figures/period';
import type { CostData } from './data';

/** A user's cost in one call: total, change and day by day, with all mentors or with one. */
export async function fetchFinances(
  client: Client,
  { caller, period: asked, mentorId, nowMs }: CardRequest,
): Promise<Result<CostData>> {
  const period = wholeDays(asked);
  const answer = await client.finances(caller, {
    ...daysQuery(period, mentorId),
    comparisonDays: dayCount(period),
  });
  if (!answer.ok) return answer;
  const { total, days, precedingTotal } = answer.value;
  const isWithin = ({ startMs }: Point) => startMs >= period.startMs && startMs < period.endMs;
  // Days that are all of another time are an answer to another question.
  if (days.length > 0 && !days.some(isWithin)) return fail({ kind: 'bad-response' });
  return ok({
    period,
    total,
    spans: days.length === 0 ? [] : barsOf(days, period, nowMs),
    precedingTotal,
    precedingSpans: null,
    ...(mentorId === null ? {} : { ofMentor: true }),
    ...(isWholeDays(asked) ? {} : { wholeDays: true }),
  });
}

/** The bars of the range before in one call, each as long as the one it stands behind; null if unknown. */
export async function fetchDaysBefore(
  client: Client,
  { caller, mentorId }: CardRequest,
  { period, spans, ofMentor }: CostData,
): Promise<CostData['precedingSpans']> {
  const before = precedingPeriod(period);
  const answer = await client.finances(caller, {
    ...daysQuery(before, ofMentor === true ? mentorId : null),
    comparisonDays: dayCount(before),
  });
  if (!answer.ok) return null;
  const { days, total } = answer.value;
  // A total without its days is not spread over them as zeros.
  if (days.length === 0 && total !== 0) return null;
  return stretchesBefore(spans, period).map(({ startMs, endMs }) => {
    const within = days.filter((day) => day.startMs >= startMs && day.startMs < endMs);
    return { startMs, endMs, cost: sumOf(within.map(({ value }) => value)) };
  });
}

/** Days put together into the buckets of a period, clipped to it; a day that is left out cost nothing. */
function barsOf(days: Point[], period: CostData['period'], nowMs: number): CostData['spans'] {
  return bucketsOf(period, nowMs).map((bucket) => {
    const startMs = Math.max(bucket.startMs, period.startMs);
    const endMs = Math.min(bucket.endMs, period.endMs);
    const within = days.filter((day) => day.startMs >= startMs && day.startMs < endMs);
    return { startMs, endMs, open: bucket.open, cost: sumOf(within.map(({ value }) => value)) };
  });
}
