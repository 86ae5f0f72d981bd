import * as z from 'zod/mini';
import { costBreakdownSchema, spentOnSchema } from '@/utils/cards/cost/data';
import { cardNames } from '@/utils/cards/data';
import { periodSchema } from '@/utils/figures/period';
import { rangeSchema } from '@/utils/figures/range';
import type { Result } from '../failure';
import { failureSchema } from '../store/snapshots/failure-schema';

const identitySchema = z.object({
  baseUrl: z.string(),
  org: z.string(),
  user: z.string(),
  mentorId: z.nullable(z.string()),
  keyFingerprint: z.string(),
});

const CHECKS = ['host', 'key', 'organization', 'cohorts', 'cost', 'feedback'] as const;
const FIELDS = ['key', 'organization', 'baseUrl', 'permission', 'user', 'keyOwner'] as const;
const OFFERS = [
  'cohorts',
  'users',
  'cost',
  'financial',
  'breakdown',
  'feedback',
  'ratings',
] as const;

/** What a test of the connection found: a line for each check, and the field that is wrong. */
const connectionReportSchema = z.object({
  works: z.boolean(),
  scheme: z.optional(z.enum(['Api-Token', 'Api-Key', 'Token'])),
  failure: z.optional(failureSchema),
  field: z.optional(z.enum(FIELDS)),
  lines: z.array(
    z.object({
      check: z.enum(CHECKS),
      /** null where the test didn't get that far. */
      ok: z.nullable(z.boolean()),
      failure: z.optional(failureSchema),
    }),
  ),
  /** The figures that the deployment was found to offer, and those that it lacks. */
  offers: z.optional(z.array(z.enum(OFFERS))),
  lacks: z.optional(z.array(z.enum(OFFERS))),
  /** The user whose key it is, as the API says; null for an organization's own key. */
  owner: z.optional(z.nullable(z.string())),
  /** Where the API was found in place of the base that was tested. */
  betterBaseUrl: z.optional(z.string()),
});
export type ConnectionReport = z.infer<typeof connectionReportSchema>;

/**
 * The one contract between pages and worker: what each command takes and what it answers. No command
 * carries the API key: the options page puts it into the vault, and the worker takes it from there.
 */
const contract = {
  /**
   * Brings the figures of an identity and range up to date; they are then in the store. Fresh ones
   * are asked again when they are older than `newerThanMs` (epoch ms), the instant of a click.
   */
  refresh: {
    args: z.object({
      identity: identitySchema,
      range: rangeSchema,
      /** The cards that are shown; the first three unless told. */
      cards: z.optional(z.readonly(z.array(z.enum(cardNames)))),
      newerThanMs: z.nullable(z.number()),
    }),
    value: z.null(),
  },
  /** Tries the key in a slot of the vault against a deployment. */
  test: {
    args: z.object({
      slot: z.string(),
      baseUrl: z.string(),
      organization: z.string(),
      user: z.nullable(z.string()),
      keyOwner: z.nullable(z.string()),
    }),
    value: connectionReportSchema,
  },
  /** The first of these base URLs that answers as the API does, asked without a key. */
  findBase: {
    args: z.object({
      candidates: z.array(z.string()).check(z.maxLength(8)),
      organization: z.string(),
    }),
    value: z.object({ baseUrl: z.nullable(z.string()) }),
  },
  /** One person's cost of the calendar month that runs (UTC), over all mentors, in US dollars. */
  month: {
    args: z.object({
      baseUrl: z.string(),
      org: z.string(),
      user: z.string(),
      /** Ask again unless it was answered after this instant (epoch ms). */
      newerThanMs: z.number(),
      /** Asked in a private window: whoever is there is not remembered. */
      isPrivate: z.boolean(),
    }),
    value: z.object({ total: z.number(), asOfMs: z.number() }),
  },
  /** Puts the series of the range before behind a card in the store, for a comparison. */
  comparison: {
    args: z.object({ identity: identitySchema, range: rangeSchema, card: z.enum(cardNames) }),
    value: z.null(),
  },
  /** What the cost of an identity and period went to; asked when somebody wants to know. */
  costBreakdown: {
    args: z.object({ identity: identitySchema, period: periodSchema, by: spentOnSchema }),
    value: costBreakdownSchema,
  },
  /** How many users were active within the last hour. */
  activeNow: {
    args: z.object({ identity: identitySchema }),
    value: z.object({ count: z.number(), asOfMs: z.number() }),
  },
  /** The unique id and the name of the mentor that a page's URL names. */
  resolveMentor: {
    args: z.object({
      baseUrl: z.string(),
      org: z.string(),
      user: z.string(),
      idOrSlug: z.string(),
    }),
    value: z.object({ mentorId: z.string(), name: z.nullable(z.string()) }),
  },
} as const;

export type CommandName = keyof typeof contract;
export type Args<Name extends CommandName> = z.infer<(typeof contract)[Name]['args']>;
export type Value<Name extends CommandName> = z.infer<(typeof contract)[Name]['value']>;

/** An answer to every command; the table has to be complete to compile. */
export type Handlers = {
  [Name in CommandName]: (args: Args<Name>) => Promise<Result<Value<Name>>>;
};

/** The contract once more, so typed that a command's name tells which schemas are its own. */
export const schemas: {
  [Name in CommandName]: {
    args: z.ZodMiniType<Args<Name>>;
    value: z.ZodMiniType<Value<Name>>;
  };
} = contract;
