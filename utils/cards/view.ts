import { accessTimesView } from './access-times/view';
import { activeUsersView } from './active-users/view';
import type { AnyCardView } from './card';
import { cohortsView } from './cohorts/view';
import { conversationsView } from './conversations/view';
import { costView } from './cost/view';
import type { CardData, CardName } from './data';
import { feedbackView } from './feedback/view';
import { ratingsView } from './ratings/view';
import { topicsView } from './topics/view';

/** The cards as they are drawn. */
export const cardViews: { [Name in CardName]: AnyCardView<CardData[Name]> } = {
  cohorts: cohortsView,
  'active-users': activeUsersView,
  cost: costView,
  feedback: feedbackView,
  ratings: ratingsView,
  conversations: conversationsView,
  topics: topicsView,
  'access-times': accessTimesView,
};
