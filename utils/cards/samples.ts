import type { Range } from '@/utils/figures/time/range';
import { sampleAccessTimes } from './access-times/sample';
import { sampleCohorts } from './cohorts/sample';
import { sampleConversations } from './conversations/sample';
import { sampleCost } from './cost/sample';
import { type CardData, type CardName, cardNames } from './data';
import { sampleFeedback } from './feedback/sample';
import { sampleRatings } from './ratings/sample';
import { type CardStates, withCard } from './state';
import { sampleTopics } from './topics/sample';

/** Invented figures of a card for any range; `mentor` gives one mentor's share. */
type Sample<Data> = (range: Range, mentor: boolean, nowMs: number) => Data;

/** The cards of which there are invented figures: loaded only where these are shown. */
const samples: { [Name in CardName]?: Sample<CardData[Name]> } = {
  cohorts: sampleCohorts,
  cost: sampleCost,
  feedback: sampleFeedback,
  conversations: sampleConversations,
  topics: sampleTopics,
  ratings: sampleRatings,
  'access-times': sampleAccessTimes,
};

/** Invented figures of all cards of which there are some. */
export function sampleCards(range: Range, mentor: boolean, nowMs: number): CardStates {
  const add = <Name extends CardName>(cards: CardStates, name: Name): CardStates => {
    const sample = samples[name];
    return sample ? withCard(cards, name, { data: sample(range, mentor, nowMs) }) : cards;
  };
  return cardNames.reduce<CardStates>(add, {});
}
