import * as z from 'zod/mini';
import { pack, type SeriesKind, seriesOf } from '@/utils/figures/packed';
import type { CohortPoint } from '@/utils/figures/series';
import { type Period, periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());
const point = z.object({
  startMs: z.number(),
  newUsers: unknownable,
  veteranUsers: unknownable,
});

const kind: SeriesKind<CohortPoint> = {
  point,
  columns: 2,
  values: ({ newUsers, veteranUsers }) => [newUsers, veteranUsers],
  build: (startMs, [newUsers = null, veteranUsers = null]) => ({ startMs, newUsers, veteranUsers }),
};
const series = seriesOf(kind);

/** New and veteran users of the organization, or of one mentor. `incomplete`: the API left numbers out. */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  points: series,
  preceding: z.nullable(z.object({ points: series })),
  incomplete: z.boolean(),
  /** True while the range before is still being asked for; a worker that is stopped then asks anew. */
  partial: z.optional(z.boolean()),
  /** True where a new person was found to count again in each bucket in which they come. */
  repeats: z.optional(z.boolean()),
  /** True where these days are drawn as months, each with its average day. */
  byMonth: z.optional(z.boolean()),
});
export type CohortData = z.infer<typeof schema>;

/**
 * Returns the period in the buckets that are counted: different people of a month are no sum of its days,
 * and no operation tells them, so months consist of days.
 */
export const countedPeriod = (period: Period): Period =>
  period.aggregation === 'monthly' ? { ...period, aggregation: 'daily' } : period;

export const cohorts: CardStore<CohortData> = {
  schema,
  pack: ({ points, preceding, ...rest }) => ({
    ...rest,
    points: pack(points, kind),
    preceding: preceding && { points: pack(preceding.points, kind) },
  }),
  isEmpty: ({ points }) =>
    points.every((point) => point.newUsers === 0 && point.veteranUsers === 0),
  isComplete: ({ partial }) => !partial,
  standIn: 'active-users',
};
