import * as z from 'zod/mini';
import { pack, type SeriesKind, seriesOf } from '@/utils/figures/packed';
import type { CountPoint } from '@/utils/figures/series';
import { periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());
const kind: SeriesKind<CountPoint> = {
  point: z.object({ startMs: z.number(), count: unknownable }),
  columns: 1,
  values: ({ count }) => [count],
  build: (startMs, [count = null]) => ({ startMs, count }),
};
const series = seriesOf(kind);

/**
 * Entries of feedback, up and down alike, of the organization or of one mentor. `incomplete`: the API left
 * numbers out.
 */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  points: series,
  preceding: z.nullable(z.object({ points: series })),
  incomplete: z.optional(z.boolean()),
});
export type FeedbackData = z.infer<typeof schema>;

export const feedback: CardStore<FeedbackData> = {
  schema,
  pack: ({ points, preceding, ...rest }) => ({
    ...rest,
    points: pack(points, kind),
    preceding: preceding && { points: pack(preceding.points, kind) },
  }),
  isEmpty: ({ points }) => points.every((point) => point.count === 0),
  standIn: 'ratings',
};
