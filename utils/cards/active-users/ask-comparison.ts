import type { CardRequest } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery } from '@/utils/api/days';
import type { UserCount } from '@/utils/api/wire/gen2';
import { finishedDays } from '@/utils/figures/comparison/comparable';
import {
  type Compared,
  compareBuckets,
  compareTotals,
} from '@/utils/figures/comparison/comparison';
import { fillCounts } from '@/utils/figures/series';
import { type Interval, isSamePeriod, lengthOf, type Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { HOUR_MS } from '@/utils/figures/time/range';
import type { Held } from '../card-ask';
import type { ActiveUsersData } from './data';

/** Days that ended so long before they were asked for are not asked for again. */
const SETTLE_MS = HOUR_MS;

/**
 * The different people of the days that have ended, with those of as many days of the range before: a
 * call for each, as no sum of days tells. Where the ranges differ in length it is the average day that
 * is compared. Null where no day has ended, or it can't be had.
 */
export async function compareActive(
  client: Client,
  request: CardRequest,
  held: Held<ActiveUsersData> | undefined,
): Promise<Compared | null> {
  const { period, nowMs } = request;
  const intervals = finishedDays(period, nowMs);
  if (!intervals) return null;
  const { now, before: then } = intervals;
  const kept = held?.data;
  const isKept =
    kept?.compared?.now.endMs === now.endMs &&
    isSamePeriod(kept.period, period) &&
    now.endMs + SETTLE_MS <= kept.asOfMs;
  if (isKept) return kept.compared;

  const [ours, theirs] = await Promise.all([ask(client, request, now), ask(client, request, then)]);
  if (ours?.count == null || theirs?.count == null) return null;
  if (lengthOf(now) !== lengthOf(then)) return compareDays(ours, theirs, period, nowMs);
  return compareTotals({ ...now, total: ours.count }, { ...then, total: theirs.count });
}

async function ask(
  client: Client,
  { caller, mentorId }: CardRequest,
  interval: Interval,
): Promise<UserCount | null> {
  const query = daysQuery({ ...interval, aggregation: 'daily' }, mentorId);
  const answer = await client.users(caller, 'active-users', { ...query, aggregation: 'daily' });
  return answer.ok ? answer.value : null;
}

function compareDays(ours: UserCount, theirs: UserCount, period: Period, asOfMs: number) {
  const daily = { ...period, aggregation: 'daily' } as const;
  const measured = ({ points }: UserCount, of: Period) => {
    const rows = points.map(({ startMs, value }) => ({ startMs, count: value }));
    return fillCounts(rows, of, asOfMs).points.map(({ startMs, count: value }) => ({
      startMs,
      value,
    }));
  };
  const before = measured(theirs, precedingPeriod(daily));
  return compareBuckets(measured(ours, daily), before, { period: daily, asOfMs, kind: 'average' });
}
