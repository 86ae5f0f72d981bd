import type { Source } from '@/utils/api/source';
import { type Failure, fail, type Result } from '@/utils/failure';
import type { CostBreakdown, SpentOn } from '@/utils/figures/card-data';
import type { Period } from '@/utils/figures/period';
import type { Identity } from '@/utils/page/identity';
import { callerOf, type UsableKey } from './caller';

/** Of whose cost, over which time, a breakdown is wanted. */
export interface BreakdownQuery {
  identity: Identity;
  period: Period;
  by: SpentOn;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
}

/** What the look-up works with. */
export interface BreakdownDeps {
  source: Source;
  now(): number;
  readKey(place: { baseUrl: string; org: string }): Promise<Result<UsableKey>>;
  checkAccess(baseUrl: string): Promise<Failure | null>;
}

/** What a cost went to; never stored, and only for the key that the figures shown were asked with. */
export async function costBreakdown(
  deps: BreakdownDeps,
  { identity, period, by, keyOwner }: BreakdownQuery,
): Promise<Result<CostBreakdown>> {
  const denied = await deps.checkAccess(identity.baseUrl);
  if (denied !== null) return fail(denied);
  const key = await deps.readKey(identity);
  if (!key.ok) return key;
  if (key.value.fingerprint !== identity.keyFingerprint) return fail({ kind: 'no-key' });
  const nowMs = deps.now();
  const caller = callerOf({ ...identity, keyOwner }, key.value, nowMs);
  return deps.source.breakdown({ caller, period, mentorId: identity.mentorId, nowMs }, by);
}
