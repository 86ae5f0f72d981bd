import type { Failure } from '@/utils/failure';
import { isRecent } from '@/utils/figures/time/age';
import { isSameInterval, periodOf } from '@/utils/figures/time/period';
import type { Range } from '@/utils/figures/time/range';
import { type CardData, type CardName, cardStores } from './data';
import { type CardState, type CardStates, shownIn } from './state';

/** Refusals that asking again within five minutes would not change. */
const FINAL: readonly Failure['kind'][] = [
  'key-unseen',
  'forbidden',
  'out-of-credit',
  'bad-request',
  'redirected',
  'not-found',
  'not-served',
  'no-all-time',
  'no-figure',
];

/** The range that is wanted, and when. */
interface Wanted {
  range: Range;
  nowMs: number;
}

/**
 * Whether a card need not be asked for: answered within five minutes with all its parts, or refused for
 * good, while the range meant the same time. A stamp of the future proves nothing, the clock was set back.
 */
export function isFresh(cards: CardStates, place: CardName, wanted: Wanted): boolean {
  return isFreshCard(cards, shownIn(cards, place), wanted);
}

function isFreshCard<Name extends CardName>(
  cards: CardStates,
  name: Name,
  wanted: Wanted,
): boolean {
  const { range, nowMs } = wanted;
  const card: CardState<CardData[Name]> | undefined = cards[name];
  const now = periodOf(range, nowMs);
  const isNew = (answeredMs: number | undefined, askedMs: number) =>
    answeredMs !== undefined &&
    isRecent(answeredMs, nowMs) &&
    isSameInterval(periodOf(range, askedMs), now);
  if (card?.failure) {
    const { failure, failedAtMs } = card;
    return FINAL.includes(failure.kind) && isNew(failedAtMs, failedAtMs ?? nowMs);
  }
  if (!card?.data || !isNew(card.fetchedAtMs, card.data.asOfMs)) return false;
  return cardStores[name].isComplete?.(card.data) ?? true;
}
