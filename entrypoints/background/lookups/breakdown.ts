import type { Client } from '@/utils/api/client';
import { fetchBreakdown } from '@/utils/cards/cost/breakdown';
import type { CostBreakdown } from '@/utils/cards/cost/data';
import type { Result } from '@/utils/failure';
import type { SpentOn } from '@/utils/figures/cost-shares';
import type { Period } from '@/utils/figures/time/period';
import type { Identity } from '@/utils/identity';
import { type CallerDeps, openCaller } from '../caller/caller';

/** A request for the breakdown of a cost: whose cost, and over which time. */
export interface BreakdownQuery {
  identity: Identity;
  period: Period;
  by: SpentOn;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
}

/** The dependencies of the look-up. */
export interface BreakdownDeps extends CallerDeps {
  client: Client;
}

/** Returns the shares of a cost; never stored, and asked only with the key that the shown figures came with. */
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
