import type { CardRequest } from '@/utils/api/card-request';
import { cardAsks } from '@/utils/cards/ask';
import { type CardData, type CardName, cardStores } from '@/utils/cards/data';
import { type CardState, type CardStates, withCard } from '@/utils/cards/state';
import { ok, type Result } from '@/utils/failure';
import type { Range } from '@/utils/figures/time/range';
import type { Identity } from '@/utils/identity';
import { openCaller } from '../caller/caller';
import { writeForKey } from '../caller/current-key';
import { type RefreshDeps, spanCostsFor } from './refresh';

/** A request for the range before: for which card, of whom and over which range. */
export interface ComparisonQuery {
  identity: Identity;
  range: Range;
  card: CardName;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
}

/**
 * Puts the series of the range before behind a card that is kept, for a comparison that somebody has
 * asked for; the card's own figures stay as they are, and as old.
 */
export async function addComparison(
  deps: RefreshDeps,
  { identity, range, card, keyOwner }: ComparisonQuery,
): Promise<Result<null>> {
  const caller = await openCaller(deps, { ...identity, keyOwner }, identity.keyFingerprint);
  if (!caller.ok) return caller;
  const cards = await deps.readCards(identity, range);
  const compared = await withComparison(deps, identity, cards, card, (period) => ({
    caller: caller.value,
    period,
    mentorId: identity.mentorId,
    nowMs: deps.now(),
  }));
  if (compared === null) return ok(null);

  const drawn = JSON.stringify(cards[card]?.data);
  const written = await writeForKey(
    deps,
    identity.keyFingerprint,
    () =>
      // Added only to the figures that it belongs to; the other cards stay as they are now.
      deps.changeCards(identity, range, (now) =>
        JSON.stringify(now[card]?.data) === drawn ? compared(now) : null,
      ),
    () => deps.dropCards(identity, range),
  );
  if (written?.ok) deps.announce(identity);
  return written ?? ok(null);
}

/** Adds the comparison to a card; null if the card needs none, or if none can be had. */
async function withComparison<Name extends CardName>(
  deps: RefreshDeps,
  identity: Identity,
  cards: CardStates,
  name: Name,
  requestFor: (period: CardRequest['period']) => CardRequest,
): Promise<((now: CardStates) => CardStates) | null> {
  const state: CardState<CardData[Name]> | undefined = cards[name];
  if (!state?.data || !cardStores[name].lacksComparison?.(state.data)) return null;
  const { client, capabilities } = deps;
  const kept = spanCostsFor(deps, identity);
  const request = requestFor(state.data.period);
  const data = await cardAsks[name].askComparison?.(request, state.data, {
    client,
    capabilities,
    kept,
  });
  return data ? (now) => withCard(now, name, { ...now[name], data }) : null;
}
