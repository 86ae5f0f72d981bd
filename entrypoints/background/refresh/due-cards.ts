import { type CardName, shownCards } from '@/utils/cards/data';
import { isFresh } from '@/utils/cards/fresh';
import { type CardState, type CardStates, shownIn } from '@/utils/cards/state';
import { isRecent } from '@/utils/figures/time/age';
import type { Range } from '@/utils/figures/time/range';

/** A page's request to update figures. */
export interface RefreshQuery {
  baseUrl: string;
  org: string;
  user: string;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
  mentorId: string | null;
  isPrivate?: boolean | undefined;
  range: Range;
  /** The cards that are shown; only these are requested. */
  cards?: readonly CardName[] | undefined;
  /**
   * Ask again even for fresh figures, if they are older than this (epoch ms): the instant of a click.
   * So a command that is sent again after the worker's death asks only for what is still missing.
   */
  newerThanMs: number | null;
}

/** The cards that a request is about. */
export const wantedCards = ({ cards }: RefreshQuery): readonly CardName[] => cards ?? shownCards;

/** The cards among them that must be asked for: neither fresh nor answered since the click. */
export const dueCards = (cards: CardStates, query: RefreshQuery, nowMs: number): CardName[] =>
  wantedCards(query).filter((place) => {
    const state = cards[shownIn(cards, place)];
    const isAsked = query.newerThanMs !== null && !isSince(state, query, nowMs);
    // A permanent refusal alone starts no request, but the card is asked again together with others.
    return (
      isAsked ||
      state?.failure !== undefined ||
      !isFresh(cards, place, { range: query.range, nowMs })
    );
  });

/** Whether a card's figures came after the click that asks for newer ones. */
export function isSince(
  card: CardState<unknown> | undefined,
  { newerThanMs }: RefreshQuery,
  nowMs: number,
): boolean {
  if (newerThanMs === null || card?.fetchedAtMs === undefined) return false;
  return card.fetchedAtMs > newerThanMs && isRecent(card.fetchedAtMs, nowMs);
}
