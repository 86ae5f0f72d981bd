import * as z from 'zod/mini';
import { periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

/** The hours of a week. */
export const HOURS = 168;

/**
 * Messages by the hour of the week, UTC: Sunday's first hour first. `isWhole` is false where the API may
 * have left hours out.
 */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  hours: z.array(z.number()).check(z.length(HOURS)),
  isWhole: z.boolean(),
});
export type AccessTimesData = z.infer<typeof schema>;

export const accessTimes: CardStore<AccessTimesData> = {
  schema,
  pack: (data) => data,
  isEmpty: ({ hours }) => hours.every((count) => count === 0),
};
