import { accessTimes } from './access-times/data';
import { activeUsers } from './active-users/data';
import type { CardStore } from './card';
import { cohorts } from './cohorts/data';
import { conversations } from './conversations/data';
import { cost } from './cost/data';
import { feedback } from './feedback/data';
import { ratings } from './ratings/data';
import { topics } from './topics/data';

/** The cards as they are stored, by name: unions, snapshots and loops over cards follow from here. */
const registry = {
  cohorts,
  'active-users': activeUsers,
  cost,
  feedback,
  ratings,
  conversations,
  topics,
  'access-times': accessTimes,
};

/** The cards that a dashboard asks for and shows unless others are chosen, in this order. */
export const shownCards = ['cohorts', 'cost', 'feedback'] as const satisfies CardName[];

/** The places that have their own choice of cards. */
export type Place = 'popup' | 'panel';

/** The cards that each place shows by default. */
const DEFAULT_CARDS: Record<Place, readonly CardName[]> = {
  popup: shownCards,
  panel: [...shownCards, 'conversations', 'topics', 'access-times', 'ratings'],
};

export type CardName = keyof typeof registry;

/** The type of each card's figures. */
export type CardData = {
  [Name in CardName]: (typeof registry)[Name] extends CardStore<infer Data> ? Data : never;
};

export const cardStores: { [Name in CardName]: CardStore<CardData[Name]> } = registry;

/** Whether this release has a card of that name. */
export const isCardName = (name: string): name is CardName => Object.hasOwn(registry, name);

/** The cards of a place: those chosen that this release knows, each once; its own where none is chosen. */
export function chosenCards(place: Place, chosen: readonly string[] | null): readonly CardName[] {
  const known = [...new Set(chosen ?? [])].filter(isCardName);
  return known.length > 0 ? known : DEFAULT_CARDS[place];
}

export const cardNames: readonly CardName[] = Object.keys(registry).filter(isCardName);

/** The card that stands in for one which a deployment does not serve; null where there is none. */
export const standInOf = (name: CardName): CardName | null =>
  cardNames.find((other) => other === cardStores[name].standIn) ?? null;
