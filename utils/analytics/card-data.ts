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

/** New and veteran users of the organization, or of one mentor. `incomplete`: the API left numbers out. */
export const cohortDataSchema = z.object({
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
});
export type CohortData = z.infer<typeof cohortDataSchema>;

/** One person's cost over all mentors, in US dollars; `mentor` is the organization's cost of one. */
export const costDataSchema = z.object({
  period: periodSchema,
  total: z.number(),
  spans: z.array(z.extend(span, { open: z.boolean() })),
  precedingTotal: unknownable,
  precedingSpans: z.nullable(z.array(span)),
  mentor: z.optional(z.object({ total: z.number(), mentorId: z.string() })),
});
export type CostData = z.infer<typeof costDataSchema>;

/** Entries of feedback, up and down alike, of the organization or of one mentor. */
export const feedbackDataSchema = z.object({
  period: periodSchema,
  points: z.array(countPointSchema),
  preceding: z.nullable(z.object({ count: unknownable, points: z.array(countPointSchema) })),
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
