import { firstServed } from '@/utils/api/capabilities/first-served';
import type { CardRequest } from '@/utils/api/card-request';
import { cardAsks } from '@/utils/cards/ask';
import type { AskTools } from '@/utils/cards/card-ask';
import { type CardData, type CardName, standInOf } from '@/utils/cards/data';
import { type CardState, shownIn } from '@/utils/cards/state';
import { ok, type Result } from '@/utils/failure';
import type { SnapshotWriter } from './snapshot-writer';

/** What every card is asked with, whatever it holds. */
export type SharedTools = Omit<AskTools<never>, 'held' | 'begun' | 'onPart'>;

interface Bringing {
  request: CardRequest;
  tools: SharedTools;
  writer: SnapshotWriter;
  /** Whether a card's figures have come for this very question already. */
  isBegun(state: CardState<unknown> | undefined): boolean;
}

/** Keeps an answer in the card's place. */
type Keep = () => Promise<void>;

/**
 * Asks for a card, and for the one that stands in for it where the deployment does not serve it; keeps
 * what is answered as soon as it comes. What could not be had is returned as the failure of both.
 */
export async function bringCard(place: CardName, bringing: Bringing): Promise<Result<unknown>> {
  const { writer } = bringing;
  const standIn = standInOf(place);
  const own = () => ask(place, bringing, (data) => writer.keep(place, ok(data)));
  const instead = (name: CardName) => () =>
    ask(name, bringing, (data) => writer.keepInstead(place, name, data));
  // Of an unknown deployment both are asked for at once, and one of them for nothing: once a week.
  const early = standIn && bringing.tools.isUndiscovered ? instead(standIn)() : null;
  const others = standIn ? [early ? () => early : instead(standIn)] : [];
  const outcome = await firstServed(own, ...others);
  if (outcome.ok) await outcome.value();
  // Figures that are there stay, and the failure stands on the card that shows them.
  else await writer.keep(shownIn(writer.cards(), place), outcome);
  return outcome;
}

async function ask<Name extends CardName>(
  name: Name,
  { request, tools, writer, isBegun }: Bringing,
  keep: (data: CardData[Name]) => Promise<void>,
): Promise<Result<Keep>> {
  const held: CardState<CardData[Name]> | undefined = writer.cards()[name];
  const answer = await cardAsks[name].ask(request, {
    ...tools,
    held,
    begun: isBegun(held) ? held?.data : undefined,
    onPart: keep,
  });
  return answer.ok ? ok(() => keep(answer.value)) : answer;
}
