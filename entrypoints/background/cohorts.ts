import type { CohortData } from '@/utils/analytics/card-data';
import { type Period, precedingPeriod } from '@/utils/analytics/period';
import { type CohortPoint, fillCohorts } from '@/utils/analytics/series';
import { fail, ok, type Result } from '@/utils/failure';
import { type Asking, isOffTopic, seriesQuery } from './asking';

/**
 * New and veteran users of a period and, where it can be had, of the one before: "new" depends on
 * the dates that are asked, so the two are two calls. A failed comparison is no comparison.
 */
export async function fetchCohorts(asking: Asking): Promise<Result<CohortData>> {
  const before = precedingPeriod(asking.period);
  const [now, then] = await Promise.all([ask(asking, asking.period), ask(asking, before)]);
  if (!now.ok) return now;
  return ok({
    period: asking.period,
    points: now.value.points,
    preceding: then.ok ? { ...figures(then.value.points), points: then.value.points } : null,
    incomplete: now.value.incomplete,
  });
}

async function ask({ client, caller, mentorId, nowMs }: Asking, period: Period) {
  const query = seriesQuery(period, mentorId, nowMs);
  const answer = await client.cohorts(caller, query);
  if (!answer.ok) return answer;
  const { rows, incomplete } = answer.value;
  if (isOffTopic(rows, query)) return fail({ kind: 'bad-response' });
  const { points, droppedAll } = fillCohorts(rows, period, nowMs);
  // Rows of the same days, but of other hours: nothing happened in these.
  return ok({ points: droppedAll ? [] : points, incomplete });
}

/** New users add up. Veterans return, so theirs is the average of the buckets that are known. */
function figures(points: CohortPoint[]) {
  const known = (values: (number | null)[]) => values.filter((value) => value !== null);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const newUsers = known(points.map((point) => point.newUsers));
  const veterans = known(points.map((point) => point.veteranUsers));
  const none = points.length === 0 ? 0 : null;
  return {
    newUsers: newUsers.length > 0 ? sum(newUsers) : none,
    veteranAverage: veterans.length > 0 ? sum(veterans) / veterans.length : none,
  };
}
