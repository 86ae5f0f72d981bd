import { type CardRequest, isOffTopic } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, isWholeDays } from '@/utils/api/days';
import type { Point, UserCount } from '@/utils/api/wire/gen2';
import { fail, ok, type Result } from '@/utils/failure';
import { fillCounts, startsOf } from '@/utils/figures/series';
import { bucketsAfter } from '@/utils/figures/time/buckets';
import { sinceFirst } from '@/utils/figures/time/since-first';
import type { CardAsk, Held } from '../card-ask';
import { compareActive } from './ask-comparison';
import type { ActiveUsersData } from './data';

/**
 * Active and registered users: two calls, of which the second is no condition, and
 * two for the comparison where it has to be asked. How many different
 * people were active is known of the days that were asked, so of a period of whole days alone.
 */
async function fetchUsers(
  client: Client,
  request: CardRequest,
  held: Held<ActiveUsersData> | undefined,
): Promise<Result<ActiveUsersData>> {
  const { caller, period: asked, mentorId, nowMs } = request;
  const query = { ...daysQuery(asked, mentorId), aggregation: asked.aggregation };
  const isExact = isWholeDays(asked);
  const [active, registered, compared] = await Promise.all([
    client.users(caller, 'active-users', query),
    client.users(caller, 'registered-users', query),
    isExact ? compareActive(client, request, held) : null,
  ]);
  if (!active.ok) return active;
  const rows = active.value.points.map(({ startMs, value }) => ({ startMs, count: value }));
  if (isOffTopic(rows, query)) return fail({ kind: 'bad-response' });
  const period = sinceFirst(asked, startsOf(rows));
  const { points } = fillCounts(rows, period, nowMs);
  const totals = registered.ok ? totalsOf(registered.value) : [];
  return ok({
    period,
    asOfMs: nowMs,
    points: points.map(({ startMs, count }) => ({
      startMs,
      active: count,
      registered:
        totals.find((total) => bucketsAfter(startMs, total.startMs, period.aggregation) === 0)
          ?.value ?? null,
    })),
    active: isExact ? active.value.count : null,
    compared,
    registered: registered.ok ? registered.value.count : null,
  });
}

/**
 * All who were registered by each point. Nothing says whether the series holds these or those who
 * were new: totals never fall and end at the count; anything else is left unsaid.
 */
function totalsOf({ count, points }: UserCount): Point[] {
  const inOrder = [...points].sort((a, b) => a.startMs - b.startMs);
  const isTotal =
    inOrder.at(-1)?.value === count &&
    inOrder.every(({ value }, index) => (value ?? 0) >= (inOrder[index - 1]?.value ?? 0));
  return isTotal ? inOrder : [];
}

export const activeUsersAsk: CardAsk<ActiveUsersData> = {
  ask: (request, { client, held }) => fetchUsers(client, request, held),
};
