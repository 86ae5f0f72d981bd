import { firstServed } from '@/utils/api/capabilities/first-served';
import type { CardRequest } from '@/utils/api/card-request';
import { cardAsks } from '@/utils/cards/ask';
import type { AskTools } from '@/utils/cards/card-ask';
import { type CardData, type CardName, standInOf } from '@/utils/cards/data';
import { type CardState, shownIn } from '@/utils/cards/state';
import { fail, ok, type Result } from '@/utils/failure';
import type { SnapshotWriter } from './snapshot-writer';

/** The cards that are being asked for, each once: one that stands in for another may be shown itself too. */
export type AskedCards = {
  [Name in CardName]?: Promise<Result<CardData[Name]>> | undefined;
};

/** The dependencies that are the same for every card. */
export type SharedTools = Omit<AskTools<never>, 'held' | 'begun' | 'onPart'>;

interface CardFetch {
  request: CardRequest;
  tools: SharedTools;
  writer: SnapshotWriter;
  asked: AskedCards;
  /** Whether a card's figures have already arrived for this question. */
  isBegun(state: CardState<unknown> | undefined): boolean;
}

/** Stores an answer for the card. */
type Keep = () => Promise<void>;

/**
 * Asks for a card, and for the one that stands in for it where the deployment does not serve it; keeps
 * every answer as soon as it arrives. Returns the failure if neither card could be had.
 */
export async function fetchCard(place: CardName, fetching: CardFetch): Promise<Result<unknown>> {
  const { writer } = fetching;
  const standIn = standInOf(place);
  const own = () => ask(place, fetching, (data) => writer.keep(place, ok(data)));
  const instead = (name: CardName) => () =>
    ask(name, fetching, (data) => writer.keepInstead(place, name, data));
  // For an unknown deployment both are asked for at once; one request is wasted, about once a week.
  const early = standIn && fetching.tools.isUndiscovered ? instead(standIn)() : null;
  const others = standIn ? [early ? () => early : instead(standIn)] : [];
  const outcome = overAllTime(await firstServed(own, ...others), fetching.request);
  if (outcome.ok) await outcome.value();
  // Figures that are already there stay, and the failure is shown on their card.
  else await writer.keep(shownIn(writer.cards(), place), outcome);
  return outcome;
}

/** Over all time nothing says whether the deployment lacks the figure, or all time of it. */
const overAllTime = <T>(outcome: Result<T>, { period }: CardRequest): Result<T> =>
  !outcome.ok && outcome.failure.kind === 'not-served' && period.cut === 'all'
    ? fail({ kind: 'no-all-time' })
    : outcome;

async function ask<Name extends CardName>(
  name: Name,
  fetching: CardFetch,
  keep: (data: CardData[Name]) => Promise<void>,
): Promise<Result<Keep>> {
  const answer = await (fetching.asked[name] ?? begin(name, fetching, keep));
  return answer.ok ? ok(() => keep(answer.value)) : answer;
}

function begin<Name extends CardName>(
  name: Name,
  { request, tools, writer, asked, isBegun }: CardFetch,
  onPart: (data: CardData[Name]) => Promise<void>,
): Promise<Result<CardData[Name]>> {
  const held: CardState<CardData[Name]> | undefined = writer.cards()[name];
  const begun = isBegun(held) ? held?.data : undefined;
  const answer = cardAsks[name].ask(request, { ...tools, held, begun, onPart });
  Object.assign(asked, { [name]: answer });
  // Asked again after a refusal it may be served: see `firstServed`.
  answer.then(({ ok: isOk }) => isOk || Object.assign(asked, { [name]: undefined }));
  return answer;
}
