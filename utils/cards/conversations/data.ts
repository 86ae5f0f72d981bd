import * as z from 'zod/mini';
import { intervalSchema } from '@/utils/figures/comparison/comparison';
import { pack, type SeriesKind, seriesOf } from '@/utils/figures/packed';
import { periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());

/** Conversations and sessions that began in one bucket; null where the API gave no number. */
export interface TalkPoint {
  startMs: number;
  conversations: number | null;
  sessions: number | null;
}

/** True where it is known that nothing began in a bucket. */
export const isNothing = ({ conversations, sessions }: TalkPoint): boolean =>
  conversations === 0 && sessions === 0;

const kind: SeriesKind<TalkPoint> = {
  point: z.object({ startMs: z.number(), conversations: unknownable, sessions: unknownable }),
  columns: 2,
  values: ({ conversations, sessions }) => [conversations, sessions],
  build: (startMs, [conversations = null, sessions = null]) => ({
    startMs,
    conversations,
    sessions,
  }),
};
const series = seriesOf(kind);

/**
 * An average over the period; with those of the days that have ended and of as many before (`averaged`),
 * where both were told.
 */
const average = z.nullable(
  z.object({
    value: z.number(),
    compared: z._default(z.nullable(z.object({ value: z.number(), preceding: z.number() })), null),
  }),
);

/** Conversations and sessions of the organization, or of one agent, and what a session is like. */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  points: series,
  preceding: z.nullable(z.object({ points: series })),
  averages: z.object({ messages: average, rating: average, cost: average }),
  averaged: z._default(z.nullable(z.object({ now: intervalSchema, before: intervalSchema })), null),
  /** True where the API left numbers out. */
  incomplete: z.optional(z.boolean()),
});
export type ConversationsData = z.infer<typeof schema>;

export const conversations: CardStore<ConversationsData> = {
  schema,
  pack: ({ points, preceding, ...rest }) => ({
    ...rest,
    points: pack(points, kind),
    preceding: preceding && { points: pack(preceding.points, kind) },
  }),
  isEmpty: ({ points }) => points.every(isNothing),
};
