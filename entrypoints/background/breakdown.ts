import type { Source } from '@/utils/api/source';
import type { Result } from '@/utils/failure';
import type { CostBreakdown, SpentOn } from '@/utils/figures/card-data';
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
  source: Source;
}

/** What a cost went to; never stored, and only for the key that the figures shown were asked with. */
export async function costBreakdown(
  deps: BreakdownDeps,
  { identity, period, by, keyOwner }: BreakdownQuery,
): Promise<Result<CostBreakdown>> {
  const caller = await openCaller(deps, { ...identity, keyOwner }, identity.keyFingerprint);
  if (!caller.ok) return caller;
  const { mentorId } = identity;
  return deps.source.breakdown({ caller: caller.value, period, mentorId, nowMs: deps.now() }, by);
}
