import { useEffect } from 'preact/hooks';
import { send } from '@/utils/messages/send';
import { type Board, questionOf } from '../model/board';
import type { Query } from '../model/page-state';

/**
 * Has the bars of the range before brought for the cost that is shown, while somebody compares; they
 * come through the store. Asked once for each cost that lacks them.
 */
export function useCostBefore(query: Query | null, cards: Board['cards'], wanted: boolean): void {
  const data = cards.cost?.data;
  const lacks = wanted && data !== undefined && data.precedingSpans === null;
  const question = query && lacks ? questionOf(query) : null;
  useEffect(() => {
    if (query && question !== null) send('costBefore', query);
  }, [question, cards.cost?.fetchedAtMs]);
}
