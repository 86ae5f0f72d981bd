import * as z from 'zod/mini';

const period = z.object({ startMs: z.number(), endMs: z.number(), aggregation: z.string() });
const held = { fetchedAtMs: z.optional(z.number()) };

/**
 * In 0.1 the card `cohorts` also held users without a split into new and veteran, and the card
 * `feedback` also held ratings.
 */
const usersIn01 = z.object({
  data: z.object({ kind: z.literal('users'), period, users: z.record(z.string(), z.unknown()) }),
  ...held,
});
const ratingsIn01 = z.object({
  data: z.object({
    kind: z.literal('ratings'),
    period,
    ratings: z.record(z.string(), z.unknown()),
  }),
  ...held,
});

/**
 * Converts the cards that version 0.1 stored to the present shape, in which each kind of figures
 * has its own card.
 */
export function migratedCards(cards: Record<string, unknown>): Record<string, unknown> {
  const migrated = { ...cards };
  const users = usersIn01.safeParse(cards.cohorts);
  if (users.success) {
    const { data, fetchedAtMs } = users.data;
    migrated['active-users'] = { data: { period: data.period, ...data.users }, fetchedAtMs };
    migrated.cohorts = { failure: { kind: 'not-served' }, failedAtMs: fetchedAtMs };
  }
  const ratings = ratingsIn01.safeParse(cards.feedback);
  if (ratings.success) {
    const { data, fetchedAtMs } = ratings.data;
    migrated.ratings = { data: { period: data.period, ...data.ratings }, fetchedAtMs };
    migrated.feedback = { failure: { kind: 'not-served' }, failedAtMs: fetchedAtMs };
  }
  return migrated;
}
