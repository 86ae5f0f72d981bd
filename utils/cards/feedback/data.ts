import * as z from 'zod/mini';
import { pack, type SeriesKind, seriesOf } from '@/utils/figures/packed';
import { periodSchema } from '@/utils/figures/period';
import type { CountPoint } from '@/utils/figures/series';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());
const kind: SeriesKind<CountPoint> = {
  point: z.object({ startMs: z.number(), count: unknownable }),
  columns: 1,
  values: ({ count }) => [count],
  build: (startMs, [count = null]) => ({ startMs, count }),
};
const series = seriesOf(kind);

/** Entries of feedback, up and down alike, of the organization or of one mentor. */
const schema = z.object({
  period: periodSchema,
  points: series,
  preceding: z.nullable(z.object({ count: unknownable, points: series })),
});
export type FeedbackData = z.infer<typeof schema>;

export const feedback: CardStore<FeedbackData> = {
  schema,
  pack: ({ points, preceding, ...rest }) => ({
    ...rest,
    points: pack(points, kind),
    preceding: preceding && { ...preceding, points: pack(preceding.points, kind) },
  }),
  isEmpty: ({ points }) => points.every((point) => point.count === 0),
  standIn: 'ratings',
};
