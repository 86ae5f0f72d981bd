import { ok, type Result } from '@/utils/failure';
import type { Range } from '@/utils/figures/range';
import type { Identity } from '@/utils/page/identity';
import { openCaller } from './caller';
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
  const caller = await openCaller(deps, { ...identity, keyOwner }, identity.keyFingerprint);
  if (!caller.ok) return caller;
  const drawn = (await deps.readCards(identity, range)).cost?.data;
  if (!drawn || drawn.precedingSpans !== null) return ok(null);

  const { mentorId } = identity;
  const request = { caller: caller.value, period: drawn.period, mentorId, nowMs: deps.now() };
  const precedingSpans = await deps.source.costBefore(request, drawn, spanCostsFor(deps, identity));
  if (precedingSpans === null) return ok(null);

  const written = await writeForKey(
    deps,
    identity.keyFingerprint,
    () =>
      // Only behind the bars that it belongs to, and with the other cards as they are by now.
      deps.changeCards(identity, range, (now) =>
        JSON.stringify(now.cost?.data) === JSON.stringify(drawn)
          ? { ...now, cost: { ...now.cost, data: { ...drawn, precedingSpans } } }
          : null,
      ),
    () => deps.dropCards(identity, range),
  );
  if (written?.ok) deps.announce(identity);
  return written ?? ok(null);
}
