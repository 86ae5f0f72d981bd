import { type CardName, shownCards } from '@/utils/cards/data';
import { isFresh as isFreshCard } from '@/utils/cards/fresh';
import { type CardStates, cardPhase, cardsDrawn, type Phase } from '@/utils/cards/state';
import type { Failure } from '@/utils/failure';
import { rangeKey } from '@/utils/figures/time/range';
import { identityKey } from '@/utils/identity';
import type { Query } from './page-state';

/**
 * The figures on the screen, bound to the question they answer. `question` is the identity and range
 * in one text: figures are drawn only while it equals the question asked, so that no name can ever
 * stand over somebody else's numbers.
 */
export interface Board {
  question: string;
  cards: CardStates;
}

/** The question that figures must answer to be drawn: whose, and over which range, as one text. */
export const questionOf = ({ identity, range }: Query) =>
  `${identityKey(identity)} ${rangeKey(range)}`;

/** The state of the whole dashboard: settled only if every card is. */
export function boardPhase(
  cards: CardStates,
  busy: boolean,
  places: readonly CardName[] = shownCards,
): Phase {
  const phases = cardsDrawn(cards, places).map((name) => cardPhase(cards, name, busy));
  if (phases.includes('loading')) return 'loading';
  if (phases.includes('ready')) return 'ready';
  return phases.includes('error') ? 'error' : 'empty';
}

/** Epoch ms of the oldest figure shown, so that the shown age is never too low; null if there is none. */
export function oldestFetch(
  cards: CardStates,
  places: readonly CardName[] = shownCards,
): number | null {
  const times = cardsDrawn(cards, places).flatMap((name) => {
    const card = cards[name];
    return card?.data && card.fetchedAtMs !== undefined ? [card.fetchedAtMs] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}

/** The failure that all cards share, to be said once instead of on each. */
export function commonFailure(
  cards: CardStates,
  places: readonly CardName[] = shownCards,
): Failure | null {
  const [first, ...rest] = cardsDrawn(cards, places).map((name) => cards[name]?.failure);
  return first && rest.every((failure) => failure?.kind === first.kind) ? first : null;
}

/** Whether nothing needs to be asked for now. */
export const isFresh = (
  cards: CardStates,
  { range, cards: places = shownCards }: Pick<Query, 'range' | 'cards'>,
  nowMs = Date.now(),
): boolean => places.every((place) => isFreshCard(cards, place, { range, nowMs }));
