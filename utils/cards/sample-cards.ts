import type { Range } from '@/utils/figures/range';
import { type CardName, shownCards } from './data';

import { type CardStates, withCard } from './state';
import { cardViews } from './view';

/** Invented figures of the cards that are shown, made without any request; their code is loaded first. */
export async function sampleCards(
  range: Range,
  mentor: boolean,
  nowMs: number,
): Promise<CardStates> {
  const add = async <Name extends CardName>(cards: CardStates, name: Name): Promise<CardStates> => {
    const make = await cardViews[name].sample?.();
    return make ? withCard(cards, name, { data: make(range, mentor, nowMs) }) : cards;
  };
  let cards: CardStates = {};
  for (const name of shownCards) cards = await add(cards, name);
  return cards;
}
