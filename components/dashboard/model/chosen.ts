import type { Layout } from '@/components/ui/layout';
import { type CardName, chosenCards, isCardName, type Place } from '@/utils/cards/data';
import type { View } from '@/utils/store/settings/view';
import type { RuledCards } from './stored';

/** The cards that are shown, in order, and whether an administrator's policy says so. */
export interface ChosenCards {
  place: Place;
  names: readonly CardName[];
  isRuled: boolean;
}

/** Whose choice it is: the policy's where it has one, else what was last chosen for this place. */
export function chosenFor(
  layout: Layout,
  { cards }: Pick<View, 'cards'>,
  ruled: RuledCards | null,
): ChosenCards {
  const place = layout === 'compact' ? 'popup' : 'panel';
  // A list in which no card is known is a mistake, and rules nothing.
  const byPolicy = ruled?.[place]?.filter(isCardName) ?? [];
  const isRuled = byPolicy.length > 0;
  return { place, names: chosenCards(place, isRuled ? byPolicy : cards[place]), isRuled };
}
