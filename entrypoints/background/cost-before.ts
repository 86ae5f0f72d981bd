import type { Range } from '@/utils/analytics/range';
import type { Identity } from '@/utils/context/identity';
import { fail, ok, type Result } from '@/utils/failure';
import { callerOf } from './caller';
import { writeForKey } from './current-key';
import { type RefreshWorld, spanCostsFor } from './refresh';

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
  world: RefreshWorld,
  { identity, range, keyOwner }: CostBeforeQuery,
): Promise<Result<null>> {
  const denied = await world.checkAccess(identity.baseUrl);
  if (denied !== null) return fail(denied);
  const key = await world.readKey(identity);
  if (!key.ok) return key;
  if (key.value.fingerprint !== identity.keyFingerprint) return fail({ kind: 'no-key' });
  const drawn = (await world.readCards(identity, range)).cost?.data;
  if (!drawn || drawn.precedingSpans !== null) return ok(null);

  const nowMs = world.now();
  const caller = callerOf({ ...identity, keyOwner }, key.value, nowMs);
  const asking = { caller, period: drawn.period, mentorId: identity.mentorId, nowMs };
  const precedingSpans = await world.source.costBefore(
    asking,
    drawn,
    spanCostsFor(world, identity),
  );
  if (precedingSpans === null) return ok(null);

  const cards = await world.readCards(identity, range);
  // Other bars have come meanwhile: these stand behind the old ones.
  if (JSON.stringify(cards.cost?.data) !== JSON.stringify(drawn)) return ok(null);
  const written = await writeForKey(
    world,
    identity.keyFingerprint,
    () =>
      world.writeCards(identity, range, {
        ...cards,
        cost: { ...cards.cost, data: { ...drawn, precedingSpans } },
      }),
    () => world.dropCards(identity, range),
  );
  if (written?.ok) world.announce(identity);
  return written ?? ok(null);
}
