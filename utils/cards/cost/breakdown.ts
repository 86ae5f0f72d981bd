import { firstServed } from '@/utils/api/capabilities/first-served';
import type { CardRequest } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, wholeDays } from '@/utils/api/days';
import { fail, ok, type Result } from '@/utils/failure';
import type { SpentOn } from '@/utils/figures/cost-shares';
import type { CostBreakdown } from './data';

/** Returns the shares of a person's cost, or of the organization's if no person's are served. */
export const fetchBreakdown = (
  client: Client,
  request: CardRequest,
  by: SpentOn,
): Promise<Result<CostBreakdown>> =>
  firstServed(
    () => ofUser(client, request, by),
    () => ofOrganization(client, request, by),
  );

async function ofUser(
  client: Client,
  { caller, period, mentorId }: CardRequest,
  by: SpentOn,
): Promise<Result<CostBreakdown>> {
  const days = wholeDays(period);
  const answer = await client.financesBy(caller, daysQuery(days, mentorId), by);
  const { startMs, endMs } = days;
  // The cost per person is that of all of them, with one mentor where that is asked.
  const whose = by !== 'person' ? 'user' : mentorId === null ? 'organization' : 'mentor';
  return answer.ok ? ok({ by, whose, startMs, endMs, ...answer.value }) : answer;
}

async function ofOrganization(
  client: Client,
  { caller, period: { startMs, endMs, cut } }: CardRequest,
  by: SpentOn,
): Promise<Result<CostBreakdown>> {
  const isServed = by !== 'provider' && by !== 'action' && cut !== 'all';
  if (!isServed) return fail({ kind: 'not-served' });
  const answer = await client.costsBy(caller, { startMs, endMs }, by);
  return answer.ok
    ? ok({ by, whose: 'organization' as const, startMs, endMs, ...answer.value })
    : answer;
}
