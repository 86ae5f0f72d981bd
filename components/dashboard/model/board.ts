import type { Failure } from '@/utils/failure';
import { isRecent } from '@/utils/figures/age';
import { type CardData, type CardName, cardNames } from '@/utils/figures/card-data';
import { rangeKey } from '@/utils/figures/range';
import { identityKey } from '@/utils/page/identity';
import type { Query } from './page-state';

/** One card's figures and what went wrong with them last; both may stand side by side. */
interface CardState<N extends CardName = CardName> {
  data?: CardData[N] | undefined;
  fetchedAtMs?: number | undefined;
  failure?: Failure | undefined;
  failedAtMs?: number | undefined;
}

export type Cards = { [N in CardName]?: CardState<N> | undefined };

/**
 * The figures on the screen, bound to the question they answer. `question` is the identity and range
 * in one text: figures are drawn only while it equals the question asked, so that no name can ever
 * stand over somebody else's numbers.
 */
export interface Board {
  question: string;
  cards: Cards;
}

/** The question that figures must answer to be drawn: whose, and over which range, as one text. */
export const questionOf = ({ identity, range }: Query) =>
  `${identityKey(identity)} ${rangeKey(range)}`;

export type Phase = 'loading' | 'ready' | 'empty' | 'error';

/** What one card shows. Figures that are there stay, whatever the last refresh came to. */
export function cardPhase(cards: Cards, name: CardName, busy: boolean): Phase {
  const card = cards[name];
  if (card?.data) return isEmpty(cards, name) ? 'empty' : 'ready';
  return busy ? 'loading' : 'error';
}

/** What the whole dashboard shows: settled only when every card is. */
export function boardPhase(cards: Cards, busy: boolean): Phase {
  const phases = cardNames.map((name) => cardPhase(cards, name, busy));
  if (phases.includes('loading')) return 'loading';
  if (phases.includes('ready')) return 'ready';
  return phases.includes('error') ? 'error' : 'empty';
}

function isEmpty(cards: Cards, name: CardName): boolean {
  switch (name) {
    case 'cohorts': {
      const { users, points = [] } = cards.cohorts?.data ?? {};
      if (users) return !users.active && users.points.every((point) => point.active === 0);
      return points.every((point) => point.newUsers === 0 && point.veteranUsers === 0);
    }
    case 'cost': {
      const cost = cards.cost?.data;
      return cost?.total === 0 && cost.spans.every((span) => span.cost === 0);
    }
    case 'feedback': {
      const { ratings, points = [] } = cards.feedback?.data ?? {};
      if (ratings) return ratings.points.every((point) => point.rating === null);
      return points.every((point) => point.count === 0);
    }
  }
}

/** The figures alone, for what is computed from them. */
export function dataOf(cards: Cards): Partial<CardData> {
  const data: Partial<CardData> = {};
  if (cards.cohorts?.data) data.cohorts = cards.cohorts.data;
  if (cards.cost?.data) data.cost = cards.cost.data;
  if (cards.feedback?.data) data.feedback = cards.feedback.data;
  return data;
}

/** Epoch ms of the oldest figure shown, null where there is none: the age said is never too young. */
export function oldestFetch(cards: Cards): number | null {
  const times = cardNames.flatMap((name) => {
    const card = cards[name];
    return card?.data && card.fetchedAtMs !== undefined ? [card.fetchedAtMs] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}

/** The failure that all three cards share, to be said once instead of three times. */
export function commonFailure(cards: Cards): Failure | null {
  const [first, ...rest] = cardNames.map((name) => cards[name]?.failure);
  return first && rest.every((failure) => failure?.kind === first.kind) ? first : null;
}

/** Refusals that asking again would not change. */
const FINAL = new Set<Failure['kind']>([
  'forbidden',
  'out-of-credit',
  'bad-request',
  'redirected',
  'not-found',
  'not-served',
  'no-figure',
]);

/**
 * Whether nothing needs to be asked: every card was answered within five minutes, be it by a refusal
 * that asking again would not change. A stamp of the future proves nothing, the clock was set back.
 */
export function isFresh(cards: Cards, nowMs: number): boolean {
  const recent = (ms: number | undefined) => ms !== undefined && isRecent(ms, nowMs);
  return cardNames.every((name) => {
    const card = cards[name];
    if (!card?.failure) return card?.data !== undefined && recent(card.fetchedAtMs);
    const final = FINAL.has(card.failure.kind);
    return final && recent(card.failedAtMs);
  });
}
