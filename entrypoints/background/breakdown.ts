import type { Client } from '@/utils/api/client';
import { fetchBreakdown } from '@/utils/cards/cost/breakdown';
import type { CostBreakdown } from '@/utils/cards/cost/data';
import type { Result } from '@/utils/failure';
import type { SpentOn } from '@/utils/figures/cost-shares';
import type { Period } from '@/utils/figures/period';
import type { Identity } from '@/utils/page/identity';
import { type CallerDeps, openCaller } from './caller';

/** Of whose cost, over which time, a breakdown is wanted. */
export interface BreakdownQuery {
  identity: Identity;
  period: Period;
  by: SpentOn;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
}

/** What the look-up works with. */
export interface BreakdownDeps extends CallerDeps {
  client: Client;
}

/** What a cost went to; never stored, and only for the key that the figures shown were asked with. */
export async function costBreakdown(
  deps: BreakdownDeps,
  { identity, period, by, keyOwner }: BreakdownQuery,
): Promise<Result<CostBreakdown>> {
  const caller = await openCaller(deps, { ...identity, keyOwner }, identity.keyFingerprint);
  if (!caller.ok) return caller;
  const { mentorId } = identity;
  const request = { caller: caller.value, period, mentorId, nowMs: deps.now() };
  return fetchBreakdown(deps.client, request, by);
}
