import * as z from 'zod/mini';
import { comparedSchema } from '@/utils/figures/comparison/comparison';
import { periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());

/**
 * Active and registered users over time. `active` is how many different people came over the whole
 * period; unknown where the API counts by other days.
 */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  points: z.array(z.object({ startMs: z.number(), active: unknownable, registered: unknownable })),
  active: unknownable,
  /** Different people of the days that have ended with those of as many days of the range before. */
  compared: z._default(z.nullable(comparedSchema), null),
  /** All who are registered by now. */
  registered: unknownable,
});
export type ActiveUsersData = z.infer<typeof schema>;

export const activeUsers: CardStore<ActiveUsersData> = {
  schema,
  pack: (data) => data,
  // Without a count and without a series it is unknown whether somebody came.
  isEmpty: ({ active, points }) =>
    points.every((point) => point.active === 0) &&
    (active === 0 || (active === null && points.length > 0)),
};
