import { type CardRequest, isOffTopic } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, wholeDays } from '@/utils/api/days';
import type { Point } from '@/utils/api/wire/gen2';
import { fail, ok, type Result } from '@/utils/failure';
import { bucketMs, bucketsOf } from '@/utils/figures/buckets';
import { average } from '@/utils/figures/kpi';
import { type Period, precedingPeriod } from '@/utils/figures/period';
import type { CardAsk } from '../card-ask';
import type { RatingsData } from './data';

/**
 * Average ratings of a period and of the one before, from one call: always by the day, as nobody says
 * how many rated in a week or what a week across both periods would hold.
 */
async function fetchRatings(client: Client, request: CardRequest): Promise<Result<RatingsData>> {
  const { caller, mentorId, nowMs } = request;
  const period = wholeDays(request.period);
  const before = precedingPeriod(period);
  const query = daysQuery({ ...period, startMs: before.startMs }, mentorId);
  const answer = await client.ratings(caller, query);
  if (!answer.ok) return answer;
  const days = answer.value;
  if (isOffTopic(days, { ...query, aggregation: 'daily' })) return fail({ kind: 'bad-response' });
  const now = within(days, period);
  return ok({
    period,
    points: now.length === 0 ? [] : pointsOf(now, period, nowMs),
    precedingAverage: averageOf(within(days, before)),
  });
}

/** The average of the days' averages in each bucket; unknown where nobody rated. */
const pointsOf = (days: Point[], period: Period, nowMs: number) =>
  bucketsOf(period, nowMs).map(({ startMs }) => {
    const endMs = startMs + bucketMs(period.aggregation);
    return { startMs, rating: averageOf(within(days, { startMs, endMs })) };
  });

const within = (days: Point[], { startMs, endMs }: { startMs: number; endMs: number }) =>
  days.filter((day) => day.startMs >= startMs && day.startMs < endMs);

const averageOf = (days: Point[]): number | null =>
  days.length === 0 ? null : average(days.map(({ value }) => value));

export const ratingsAsk: CardAsk<RatingsData> = {
  ask: (request, { client }) => fetchRatings(client, request),
};
