import * as z from 'zod/mini';
import { intervalSchema } from '@/utils/figures/comparison/comparison';
import { periodSchema } from '@/utils/figures/time/period';
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
  /**
   * The finished days that were compared with as many of the range before, and the topic that grew most
   * between them (`most`, null where that is not known for sure); null where nothing was compared.
   */
  growth: z._default(
    z.nullable(
      z.object({
        now: intervalSchema,
        before: intervalSchema,
        most: z.nullable(
          z.object({ name: z.nullable(z.string()), value: z.number(), preceding: z.number() }),
        ),
      }),
    ),
    null,
  ),
});
export type Growth = NonNullable<z.infer<typeof schema>['growth']>;
export type TopicsData = z.infer<typeof schema>;

export const topics: CardStore<TopicsData> = {
  schema,
  pack: (data) => data,
  isEmpty: ({ topics: all }) => all.length === 0,
};
