import { fail, ok, type Result } from '@/utils/failure';
import type { Range } from '@/utils/figures/range';
import type { Identity } from '@/utils/page/identity';
import { callerOf } from './caller';
import { writeForKey } from './current-key';
import { type RefreshDeps, spanCostsFor } from './refresh';

/** To whose cost, over which range, the range before is wanted. */
export interface CostBeforeQuery {
  identity: Identity;
  range: Range;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
}

/**
 * Puts the bars of the range before behind the cost that is kept, for a comparison that somebody has
 * asked for; the cost itself stays as it is, and as old.
 */
export async function bringCostBefore(
  deps: RefreshDeps,
  { identity, range, keyOwner }: CostBeforeQuery,
): Promise<Result<null>> {
  const denied = await deps.checkAccess(identity.baseUrl);
  if (denied !== null) return fail(denied);
  const key = await deps.readKey(identity);
  if (!key.ok) return key;
  if (key.value.fingerprint !== identity.keyFingerprint) return fail({ kind: 'no-key' });
  const drawn = (await deps.readCards(identity, range)).cost?.data;
  if (!drawn || drawn.precedingSpans !== null) return ok(null);

  const nowMs = deps.now();
  const caller = callerOf({ ...identity, keyOwner }, key.value, nowMs);
  const request = { caller, period: drawn.period, mentorId: identity.mentorId, nowMs };
  const precedingSpans = await deps.source.costBefore(request, drawn, spanCostsFor(deps, identity));
  if (precedingSpans === null) return ok(null);

  const cards = await deps.readCards(identity, range);
  // Other bars have come meanwhile: these stand behind the old ones.
  if (JSON.stringify(cards.cost?.data) !== JSON.stringify(drawn)) return ok(null);
  const written = await writeForKey(
    deps,
    identity.keyFingerprint,
    () =>
      deps.writeCards(identity, range, {
        ...cards,
        cost: { ...cards.cost, data: { ...drawn, precedingSpans } },
      }),
    () => deps.dropCards(identity, range),
  );
  if (written?.ok) deps.announce(identity);
  return written ?? ok(null);
}
