import * as z from 'zod/mini';
import { comparedSchema } from '@/utils/figures/comparison/comparison';
import { periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());

/**
 * Average ratings over time; unknown where nobody rated. How many rated stands beside them where a
 * deployment tells that of every day with a rating: an interval's average counts each rating once then.
 */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  points: z.array(
    z.object({
      startMs: z.number(),
      rating: unknownable,
      rated: z.optional(z.number()),
    }),
  ),
  /** The average of the days that have ended, in whatever buckets they are drawn. */
  average: z._default(unknownable, null),
  compared: z._default(z.nullable(comparedSchema), null),
  /** The average of all ratings, and how many there are; left out where the latter is unknown. */
  counted: z.optional(z.object({ average: z.number(), rated: z.number() })),
});
export type RatingsData = z.infer<typeof schema>;

export const ratings: CardStore<RatingsData> = {
  schema,
  pack: (data) => data,
  isEmpty: ({ points }) => points.every((point) => point.rating === null),
};
