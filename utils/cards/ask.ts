import { accessTimesAsk } from './access-times/ask';
import { activeUsersAsk } from './active-users/ask';
import type { CardAsk } from './card-ask';
import { cohortsAsk } from './cohorts/ask';
import { conversationsAsk } from './conversations/ask';
import { costAsk } from './cost/ask';
import type { CardData, CardName } from './data';
import { feedbackAsk } from './feedback/ask';
import { ratingsAsk } from './ratings/ask';
import { topicsAsk } from './topics/ask';

/** How each card is asked for; only the worker uses it. */
export const cardAsks: { [Name in CardName]: CardAsk<CardData[Name]> } = {
  cohorts: cohortsAsk,
  'active-users': activeUsersAsk,
  cost: costAsk,
  feedback: feedbackAsk,
  ratings: ratingsAsk,
  conversations: conversationsAsk,
  topics: topicsAsk,
  'access-times': accessTimesAsk,
};
