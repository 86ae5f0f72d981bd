import * as z from 'zod/mini';
import { comparedSchema } from '@/utils/figures/comparison/comparison';
import { SPENT_ON } from '@/utils/figures/cost-shares';
import { periodSchema } from '@/utils/figures/time/period';
import { asOfSchema } from '../as-of';
import type { CardStore } from '../card';

const unknownable = z.nullable(z.number());
const span = z.object({ startMs: z.number(), endMs: z.number(), cost: unknownable });

export const spentOnSchema = z.enum(SPENT_ON);

/**
 * One person's cost in US dollars, over all mentors unless `ofMentor`; `mentor` is the organization's
 * cost of one.
 */
const schema = z.object({
  period: periodSchema,
  asOfMs: asOfSchema,
  total: z.number(),
  spans: z.array(z.extend(span, { open: z.boolean() })),
  /** The cost of the time that has gone by with as much of the range before; null where that is unknown. */
  compared: z._default(z.nullable(comparedSchema), null),
  precedingSpans: z.nullable(z.array(span)),
  mentor: z.optional(z.object({ total: z.number(), mentorId: z.string() })),
  /** True where the cost is that with one mentor alone. */
  ofMentor: z.optional(z.boolean()),
  /** True where the API counts by whole UTC days, so that the period is longer than was asked. */
  wholeDays: z.optional(z.boolean()),
  /** The ways in which this deployment can split the cost. */
  spentOn: z.optional(z.array(spentOnSchema)),
});
export type CostData = z.infer<typeof schema>;

const share = z.object({ name: z.nullable(z.string()), cost: z.number() });

/**
 * The shares of a cost in US dollars, the highest first; of the user, of the whole organization, or of
 * everybody with one mentor.
 */
export const costBreakdownSchema = z.object({
  by: spentOnSchema,
  whose: z.enum(['user', 'organization', 'mentor']),
  /** The time that was counted, which may be longer than the one asked about: whole UTC days. */
  startMs: z.number(),
  endMs: z.number(),
  shares: z.array(share),
  /** The part of the total that is in none of the shares (US dollars). */
  rest: z.number(),
  /** True if there may be further shares of unknown amount. */
  more: z.boolean(),
});
export type CostBreakdown = z.infer<typeof costBreakdownSchema>;

export const cost: CardStore<CostData> = {
  schema,
  pack: (data) => data,
  isEmpty: ({ total, spans }) => total === 0 && spans.every((span) => span.cost === 0),
  isComplete: ({ spans }) => spans.every((span) => span.cost !== null),
  lacksComparison: ({ precedingSpans }) => precedingSpans === null,
  boundaries: ({ spans }) => spans.map(({ startMs }) => startMs),
};
