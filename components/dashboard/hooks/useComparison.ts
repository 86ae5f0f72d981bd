import { useEffect } from 'preact/hooks';
import { useLatest } from '@/components/ui/useLatest';
import { type CardName, cardStores } from '@/utils/cards/data';
import { type CardStates, cardsShown } from '@/utils/cards/state';
import { send } from '@/utils/messages/send';
import { questionOf } from '../model/board';
import type { Query } from '../model/page-state';

/**
 * Has the series of the range before brought for the cards that are shown without it, while somebody
 * compares; they come through the store. Asked once for figures that lack it.
 */
export function useComparison(query: Query | null, cards: CardStates, wanted: boolean): void {
  const lacking =
    query && wanted ? cardsShown(cards, query.cards).filter((name) => lacks(cards, name)) : [];
  const key = lacking.map((name) => `${name} ${cards[name]?.fetchedAtMs}`).join();
  const question = query && questionOf(query);
  const latest = useLatest({ query, lacking });
  useEffect(() => {
    const { query, lacking } = latest.current;
    if (!query || question === null || key === '') return;
    const { identity, range } = query;
    for (const card of lacking) send('comparison', { identity, range, card });
  }, [question, key, latest]);
}

function lacks<Name extends CardName>(cards: CardStates, name: Name): boolean {
  const data = cards[name]?.data;
  return data !== undefined && cardStores[name].lacksComparison?.(data) === true;
}
