import { fail, ok, type Result } from '@/utils/failure';
import { bucketMs, bucketsOf } from '@/utils/figures/buckets';
import type { FeedbackData } from '@/utils/figures/card-data';
import { average } from '@/utils/figures/kpi';
import { type Period, precedingPeriod } from '@/utils/figures/period';
import { type CardRequest, isOffTopic } from '../card-request';
import type { Client } from '../client';
import type { Point } from '../wire/gen2';
import { daysQuery, wholeDays } from './days';

/**
 * Average ratings of a period and of the one before, from one call: always by the day, as nobody says
 * how many rated in a week or what a week across both periods would hold.
 */
export async function fetchRatings(
  client: Client,
  request: CardRequest,
): Promise<Result<FeedbackData>> {
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
    kind: 'ratings',
    period,
    points: [],
    preceding: null,
    ratings: {
      points: now.length === 0 ? [] : pointsOf(now, period, nowMs),
      precedingAverage: averageOf(within(days, before)),
    },
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
