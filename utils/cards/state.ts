import type { Failure } from '@/utils/failure';
import { type CardData, type CardName, cardNames, cardStores, shownCards, standInOf } from './data';

/** One card's last good figures and what went wrong with it since; both may stand side by side. */
export interface CardState<Data> {
  data?: Data | undefined;
  fetchedAtMs?: number | undefined;
  failure?: Failure | undefined;
  failedAtMs?: number | undefined;
}

/** The state of every card, with the type of its own figures. */
export type CardStates = { [Name in CardName]?: CardState<CardData[Name]> | undefined };

/** Only the figures, for computing other values from them. */
export type Figures = { [Name in CardName]?: CardData[Name] };

/** Cards with one of them replaced. */
export function withCard<Name extends CardName>(
  cards: CardStates,
  name: Name,
  state: CardState<CardData[Name]> | undefined,
): CardStates {
  return { ...cards, [name]: state };
}

/** The card that stands in a card's place: its stand-in where only that has figures. */
export function shownIn(cards: CardStates, name: CardName): CardName {
  const standIn = standInOf(name);
  return standIn !== null && cards[standIn]?.data && !cards[name]?.data ? standIn : name;
}

/** The chosen card in whose place this one stands; null where it stands for itself alone. */
export const replacedBy = (
  cards: CardStates,
  name: CardName,
  places: readonly CardName[] = shownCards,
): CardName | null =>
  places.find((place) => place !== name && shownIn(cards, place) === name) ?? null;

/**
 * The cards on the screen, stand-ins in the place of what a deployment does not serve: each once, where
 * it was chosen besides.
 */
export const cardsShown = (
  cards: CardStates,
  places: readonly CardName[] = shownCards,
): CardName[] => [...new Set(places.map((name) => shownIn(cards, name)))];

const CANT_BE_HAD = ['not-served', 'no-all-time', 'forbidden'] as const;

/** A card that can't be had, and why. */
export interface Missing {
  name: CardName;
  why: (typeof CANT_BE_HAD)[number];
}

/**
 * The chosen cards that a deployment does not serve, or a key may not read, without those for which a
 * stand-in is shown. None where no other card is left, as the reason stands in their place then.
 */
export function cardsMissing(
  cards: CardStates,
  places: readonly CardName[] = shownCards,
): Missing[] {
  const shown = cardsShown(cards, places);
  const missing = shown.flatMap((name): Missing[] => {
    const kind = cards[name]?.data ? undefined : cards[name]?.failure?.kind;
    return CANT_BE_HAD.flatMap((why) => (why === kind ? { name, why } : []));
  });
  return missing.length < shown.length ? missing : [];
}

/** A card of the first three that a key may not read is drawn, as it has a way on: to the settings. */
const hasWayOn = ({ name, why }: Missing): boolean =>
  why === 'forbidden' && shownCards.some((first) => first === name);

/** The cards on the screen without those that can't be had. */
export function cardsDrawn(
  cards: CardStates,
  places: readonly CardName[] = shownCards,
): CardName[] {
  const missing = cardsMissing(cards, places).filter((one) => !hasWayOn(one));
  return cardsShown(cards, places).filter((name) => missing.every((one) => one.name !== name));
}

/** The figures on the screen. */
export function figuresShown(cards: CardStates, places: readonly CardName[] = shownCards): Figures {
  const figures: Figures = {};
  const add = <Name extends CardName>(name: Name, data: CardData[Name] | undefined) => {
    if (data) figures[name] = data;
  };
  for (const name of cardsShown(cards, places)) add(name, cards[name]?.data);
  return figures;
}

/** Calls the function for every card that has figures, and returns its results without the nulls. */
export function mapFigures<T>(
  figures: Figures,
  map: <Name extends CardName>(name: Name, data: CardData[Name]) => T | null,
): T[] {
  const one = <Name extends CardName>(name: Name): T[] => {
    const data = figures[name];
    const result = data ? map(name, data) : null;
    return result === null ? [] : [result];
  };
  return cardNames.flatMap((name) => one(name));
}

export type Phase = 'loading' | 'ready' | 'empty' | 'error';

/** Returns the state shown for one card; figures stay visible even if the last refresh failed. */
export function cardPhase<Name extends CardName>(
  cards: CardStates,
  name: Name,
  busy: boolean,
): Phase {
  const data = cards[name]?.data;
  if (data) return cardStores[name].isEmpty(data) ? 'empty' : 'ready';
  return busy ? 'loading' : 'error';
}
