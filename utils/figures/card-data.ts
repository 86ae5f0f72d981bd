import * as z from 'zod/mini';
import { periodSchema } from './period';

const unknownable = z.nullable(z.number());

export const cohortPointSchema = z.object({
  startMs: z.number(),
  newUsers: unknownable,
  veteranUsers: unknownable,
});
export const countPointSchema = z.object({ startMs: z.number(), count: unknownable });
const span = z.object({ startMs: z.number(), endMs: z.number(), cost: unknownable });

const usersPoint = z.object({ startMs: z.number(), active: unknownable, registered: unknownable });

/**
 * Active and registered users over time. `active` is how many different people came over the whole
 * period; unknown where the API counts by other days.
 */
const usersSchema = z.object({
  points: z.array(usersPoint),
  active: unknownable,
  precedingActive: unknownable,
  /** All who are registered by now. */
  registered: unknownable,
});

/**
 * Users of the organization, or of one mentor: new and veteran ones in `points` (kind `cohorts`), or
 * where a deployment doesn't tell these apart, `users` and no points. `incomplete`: the API left
 * numbers out.
 */
export const cohortDataSchema = z.object({
  /** Figures that an older release has stored say no kind: they were of the only one. */
  kind: z._default(z.enum(['cohorts', 'users']), 'cohorts'),
  period: periodSchema,
  points: z.array(cohortPointSchema),
  preceding: z.nullable(
    z.object({
      newUsers: unknownable,
      veteranAverage: unknownable,
      points: z.array(cohortPointSchema),
    }),
  ),
  incomplete: z.boolean(),
  users: z.optional(usersSchema),
});
export type CohortData = z.infer<typeof cohortDataSchema>;

/** What a cost can be split by. */
export const spentOnSchema = z.enum(['model', 'mentor']);
export type SpentOn = z.infer<typeof spentOnSchema>;

/**
 * One person's cost in US dollars, over all mentors unless `ofMentor`; `mentor` is the organization's
 * cost of one.
 */
export const costDataSchema = z.object({
  period: periodSchema,
  total: z.number(),
  spans: z.array(z.extend(span, { open: z.boolean() })),
  precedingTotal: unknownable,
  precedingSpans: z.nullable(z.array(span)),
  mentor: z.optional(z.object({ total: z.number(), mentorId: z.string() })),
  /** True where the cost is that with one mentor alone. */
  ofMentor: z.optional(z.boolean()),
  /** True where the API counts by whole UTC days, so that the period is longer than was asked. */
  wholeDays: z.optional(z.boolean()),
  /** By what this deployment can split the cost. */
  spentOn: z.optional(z.array(spentOnSchema)),
});
export type CostData = z.infer<typeof costDataSchema>;

const costShare = z.object({ name: z.nullable(z.string()), cost: z.number() });
export type CostShare = z.infer<typeof costShare>;

/** What a cost went to, the dearest first, in US dollars; of the user or of the whole organization. */
export const costBreakdownSchema = z.object({
  by: spentOnSchema,
  whose: z.enum(['user', 'organization']),
  /** The time that was counted, which may be longer than the one asked about: whole UTC days. */
  startMs: z.number(),
  endMs: z.number(),
  shares: z.array(costShare),
  /** What the shares leave out of the total. */
  rest: z.number(),
  /** There may be further shares, and nobody says what they come to. */
  more: z.boolean(),
});
export type CostBreakdown = z.infer<typeof costBreakdownSchema>;

const ratingPoint = z.object({ startMs: z.number(), rating: unknownable });

/** Average ratings over time; unknown where nobody rated. */
const ratingsSchema = z.object({ points: z.array(ratingPoint), precedingAverage: unknownable });

/**
 * Feedback of the organization or of one mentor: entries, up and down alike, in `points` (kind
 * `entries`), or where a deployment doesn't count these, `ratings` and no points.
 */
export const feedbackDataSchema = z.object({
  kind: z._default(z.enum(['entries', 'ratings']), 'entries'),
  period: periodSchema,
  points: z.array(countPointSchema),
  preceding: z.nullable(z.object({ count: unknownable, points: z.array(countPointSchema) })),
  ratings: z.optional(ratingsSchema),
});
export type FeedbackData = z.infer<typeof feedbackDataSchema>;

export const cardNames = ['cohorts', 'cost', 'feedback'] as const;
export type CardName = (typeof cardNames)[number];

/** What each card draws. */
export interface CardData {
  cohorts: CohortData;
  cost: CostData;
  feedback: FeedbackData;
}
