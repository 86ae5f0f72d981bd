import * as z from 'zod/mini';
import { periodSchema } from '@/utils/figures/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());

const topic = z.object({
  /** Null where it has none. */
  name: z.nullable(z.string()),
  conversations: unknownable,
  messages: unknownable,
  /** The average, from 1 to 5; null where nobody rated, or nobody says. */
  rating: unknownable,
  /** How many rated. */
  rated: unknownable,
  /** Its conversations in the range before; null where that is unknown. */
  preceding: unknownable,
});
export type Topic = z.infer<typeof topic>;

/** The topics of conversations, the most discussed first. */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  topics: z.array(topic),
  /** How many topics there are in all; null where nobody says. */
  total: unknownable,
  /** There are more than these. */
  more: z.boolean(),
});
export type TopicsData = z.infer<typeof schema>;

export const topics: CardStore<TopicsData> = {
  schema,
  pack: (data) => data,
  isEmpty: ({ topics: all }) => all.length === 0,
};
