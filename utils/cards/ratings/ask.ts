import { type CardRequest, isOffTopic, seriesQuery } from '@/utils/api/card-request';
import { daysQuery, wholeDays } from '@/utils/api/days';
import type { RatingPoint } from '@/utils/api/wire/gen2';
import { fail, ok, type Result } from '@/utils/failure';
import { finishedDays } from '@/utils/figures/comparison/comparable';
import { bucketsOf } from '@/utils/figures/time/buckets';
import { mean } from '@/utils/figures/time/finished';
import type { Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import { sinceFirst } from '@/utils/figures/time/since-first';
import type { AskTools, CardAsk } from '../card-ask';
import type { RatingsData } from './data';

type Tools = Pick<AskTools<RatingsData>, 'client' | 'readCapabilities'>;

/**
 * Average ratings of a period and of the one before, from one call: always by the day, as nobody says
 * what a week across both periods would hold. Where each day tells how many rated, every rating counts
 * once; else every day counts the same.
 */
async function fetchRatings(request: CardRequest, tools: Tools): Promise<Result<RatingsData>> {
  const { caller, mentorId, nowMs } = request;
  const period = wholeDays(request.period);
  const before = precedingPeriod(period);
  const query = daysQuery({ ...period, startMs: before.startMs }, mentorId);
  const answer = await tools.client.ratings(caller, query);
  if (!answer.ok) return answer;
  if (isOffTopic(answer.value, { ...query, aggregation: 'daily' })) {
    return fail({ kind: 'bad-response' });
  }
  const days = await withCounts(answer.value, request, tools);
  const now = within(days, period);
  // Where it is not known of every day that is compared, every day counts the same.
  const counted = isCounted(days) ? countedIn(now) : null;
  const starts = now.map(({ startMs }) => startMs);
  const drawn = sinceFirst(period, starts);
  return ok({
    period: drawn,
    asOfMs: nowMs,
    points: now.length === 0 ? [] : pointsOf(now, drawn, nowMs),
    ...averagesOf(days, period, nowMs),
    ...(counted && { counted }),
  });
}

/**
 * Days with how many rated, from the first generation where that is served beside the second and tells
 * of the whole organization what was asked of it.
 */
async function withCounts(
  days: RatingPoint[],
  { caller, period: asked, mentorId, nowMs }: CardRequest,
  { client, readCapabilities }: Tools,
): Promise<RatingPoint[]> {
  if (mentorId !== null || days.length === 0 || isCounted(days)) return days;
  const { cohorts } = await readCapabilities(caller);
  if (cohorts?.state !== 'served') return days;
  const period = wholeDays(asked);
  const both = {
    ...period,
    aggregation: 'daily',
    startMs: precedingPeriod(period).startMs,
  } as const;
  const answer = await client.ratingSummary(caller, seriesQuery(both, null, nowMs));
  if (!answer.ok) return days;
  const rated = new Map(answer.value.rows.map(({ startMs, count }) => [startMs, count]));
  return days.map((day) => {
    const count = rated.get(day.startMs);
    return count ? { ...day, rated: count } : day;
  });
}

/**
 * The average of the days that have ended, and the same compared with as many days before: also where they
 * are drawn by the week, as a mean of weeks is another figure. A side that nobody rated is unknown. Each
 * rating counts once where it is known how many rated.
 */
function averagesOf(
  days: RatingPoint[],
  period: Period,
  asOfMs: number,
): Pick<RatingsData, 'average' | 'compared'> {
  const now = within(days, period);
  const ended = within(now, { startMs: 0, endMs: Math.floor(asOfMs / DAY_MS) * DAY_MS });
  // A day that still runs counts for no more than the ratings it has.
  const average = isCounted(days) ? averageOf(now) : (mean(ended) ?? mean(now));
  const intervals = finishedDays(period, asOfMs);
  const [value, preceding] = [intervals?.now, intervals?.before].map((interval) => {
    const rated = interval ? within(days, interval) : [];
    return isCounted(days) ? averageOf(rated) : mean(rated);
  });
  const isKnown = intervals !== null && value != null && preceding != null;
  return { average, compared: isKnown ? { ...intervals, value, preceding, byDay: false } : null };
}

/** The average of each bucket; unknown where nobody rated. */
const pointsOf = (days: RatingPoint[], period: Period, nowMs: number) =>
  bucketsOf(period, nowMs).map(({ startMs, endMs }) => {
    const ofBucket = within(days, { startMs, endMs });
    const counted = countedIn(ofBucket);
    return {
      startMs,
      rating: averageOf(ofBucket),
      ...(counted && { rated: counted.rated }),
    };
  });

const within = (days: RatingPoint[], { startMs, endMs }: { startMs: number; endMs: number }) =>
  days.filter((day) => day.startMs >= startMs && day.startMs < endMs);

const isCounted = (days: RatingPoint[]): boolean => days.every(({ rated }) => rated !== undefined);

/** Each rating counted once; null where it is not known of every day how many there are. */
function countedIn(days: RatingPoint[]): { average: number; rated: number } | null {
  if (!isCounted(days)) return null;
  let [sum, rated] = [0, 0];
  for (const day of days) {
    // The ratings of a day without an average say nothing of it.
    if (day.value === null) continue;
    sum += day.value * (day.rated ?? 0);
    rated += day.rated ?? 0;
  }
  return rated === 0 ? null : { average: sum / rated, rated };
}

/** The average; unknown where nobody rated. */
const averageOf = (days: RatingPoint[]): number | null => countedIn(days)?.average ?? mean(days);

export const ratingsAsk: CardAsk<RatingsData> = {
  ask: fetchRatings,
};
