import { type CardRequest, seriesQuery } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import type { SeriesQuery } from '@/utils/api/queries';
import { type CohortPoint, fillCohorts } from '@/utils/figures/series';
import { bucketEnd, bucketMs } from '@/utils/figures/time/buckets';
import type { Period } from '@/utils/figures/time/period';
import { type Aggregation, DAY_MS, dayStartMs } from '@/utils/figures/time/range';
import type { AddsUp } from '../card-ask';

/** The bucket sizes to compare: hours with days, days with weeks. */
const WHOLE_OF = { hourly: 'daily', daily: 'weekly', weekly: 'weekly' } as const;
const PARTS_OF = { hourly: 'hourly', daily: 'daily', weekly: 'daily' } as const;

/**
 * Whether new users add up over a period's buckets: the API calls those new who registered within the
 * days asked for, and nothing public says whether one who comes on three of them counts three times. So
 * once a week and deployment the same days are asked in the other buckets, by one call, and the sums of
 * what has ended are compared. Null where that is not known.
 */
export async function findAddsUp(
  client: Client,
  { caller, mentorId, nowMs, period }: CardRequest,
  addsUp: AddsUp,
  rows: Promise<CohortPoint[] | null>,
): Promise<boolean | null> {
  const query = seriesQuery(period, mentorId, nowMs);
  const { aggregation } = query;
  const [parts, whole] = [PARTS_OF[aggregation], WHOLE_OF[aggregation]];
  const known = await addsUp.read(caller, parts);
  if (known !== null) return known;
  if (!hasEnded(query, whole, nowMs)) return null;
  const other = aggregation === whole ? parts : whole;
  const [own, answer] = await Promise.all([
    rows,
    client.cohorts(caller, { ...query, aggregation: other }),
  ]);
  if (own === null || !answer.ok || answer.value.incomplete) return null;
  const [fine, coarse] = other === whole ? [own, answer.value.rows] : [answer.value.rows, own];
  const found = compareSums(fine, coarse, query, whole, nowMs);
  if (found !== null) await addsUp.write(caller, parts, found);
  return found;
}

/** Whether a larger bucket with more than one smaller one can have ended within the days asked for. */
function hasEnded(query: SeriesQuery, whole: Aggregation, nowMs: number): boolean {
  const startMs = dayStartMs(query.startDate) ?? nowMs;
  const least = whole === 'weekly' ? 2 * DAY_MS : bucketMs(startMs, whole);
  return Math.floor(nowMs / DAY_MS) * DAY_MS - startMs >= least;
}

/** True if the ended smaller buckets add up to the larger ones, false if to more; null if all are zero. */
function compareSums(
  fine: CohortPoint[],
  coarse: CohortPoint[],
  { startDate, endDate }: SeriesQuery,
  aggregation: Aggregation,
  nowMs: number,
): boolean | null {
  const startMs = dayStartMs(startDate) ?? 0;
  const period: Period = { startMs, endMs: (dayStartMs(endDate) ?? 0) + DAY_MS, aggregation };
  const wholes = fillCohorts(coarse, period, nowMs).points.map((point) => ({
    fromMs: Math.max(point.startMs, startMs),
    toMs: bucketEnd(point.startMs, period),
    newUsers: point.newUsers,
  }));
  let parts = 0;
  let sum = 0;
  for (const { fromMs, toMs, newUsers } of wholes) {
    if (toMs > Math.min(nowMs, period.endMs)) continue;
    const within = fine.filter((row) => row.startMs >= fromMs && row.startMs < toMs);
    if (newUsers === null || within.some((row) => row.newUsers === null)) continue;
    sum += newUsers;
    parts += within.reduce((total, row) => total + (row.newUsers ?? 0), 0);
  }
  return sum === 0 || parts < sum ? null : parts === sum;
}
