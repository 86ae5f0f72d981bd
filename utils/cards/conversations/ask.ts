import { firstServed } from '@/utils/api/capabilities/first-served';
import type { CardAsk } from '../card-ask';
import type { ConversationsData } from './data';
import { fetchFirst } from './gen1';
import { fetchSecond } from './gen2';

/** Conversations and sessions of the generation that serves them, the second one first. */
export const conversationsAsk: CardAsk<ConversationsData> = {
  ask: (request, tools) =>
    firstServed(
      () => fetchSecond(tools, request),
      () => fetchFirst(tools.client, request),
    ),
};
