import * as z from 'zod/mini';
import { periodSchema } from '@/utils/figures/period';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());

/** Average ratings over time; unknown where nobody rated. */
const schema = z.object({
  period: periodSchema,
  points: z.array(z.object({ startMs: z.number(), rating: unknownable })),
  precedingAverage: unknownable,
});
export type RatingsData = z.infer<typeof schema>;

export const ratings: CardStore<RatingsData> = {
  schema,
  pack: (data) => data,
  isEmpty: ({ points }) => points.every((point) => point.rating === null),
};
