import * as z from 'zod/mini';
import { costBreakdownSchema, spentOnSchema } from '@/utils/cards/cost/data';
import { cardNames } from '@/utils/cards/data';
import { periodSchema } from '@/utils/figures/time/period';
import { rangeSchema } from '@/utils/figures/time/range';
import type { Result } from '../failure';
import { keyMetaSchema } from '../store/keys/key-record';
import { failureSchema } from '../store/snapshots/failure-schema';

/** True for the page of a private window, of which nothing is written to disk. */
const isPrivate = z.optional(z.boolean());

const identitySchema = z.object({
  baseUrl: z.string(),
  org: z.string(),
  user: z.string(),
  mentorId: z.nullable(z.string()),
  keyFingerprint: z.string(),
  isPrivate,
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

/** The result of a connection test: one line for each check, and the field that is wrong. */
const connectionReportSchema = z.object({
  works: z.boolean(),
  scheme: z.optional(z.enum(['Api-Token', 'Api-Key', 'Token'])),
  failure: z.optional(failureSchema),
  field: z.optional(z.enum(FIELDS)),
  lines: z.array(
    z.object({
      check: z.enum(CHECKS),
      /** Null where the test ended before this check. */
      ok: z.nullable(z.boolean()),
      failure: z.optional(failureSchema),
    }),
  ),
  /** The figures that the deployment offers, and those that it lacks, as detected. */
  offers: z.optional(z.array(z.enum(OFFERS))),
  lacks: z.optional(z.array(z.enum(OFFERS))),
  /** The owner of the key, as given by the API; null for a key that belongs to an organization. */
  owner: z.optional(z.nullable(z.string())),
  /** The base URL where the API was found, if it differs from the tested one. */
  betterBaseUrl: z.optional(z.string()),
});
export type ConnectionReport = z.infer<typeof connectionReportSchema>;

/**
 * The contract between pages and worker: the arguments and the answer of each command. No command
 * carries the API key: the options page writes it into the vault, and the worker reads it there.
 */
const contract = {
  /**
   * Updates the figures of an identity and range in the store. Fresh figures are requested again
   * only when they are older than `newerThanMs` (epoch ms), the time of the user's click.
   */
  refresh: {
    args: z.object({
      identity: identitySchema,
      range: rangeSchema,
      /** The cards that are shown; the first three by default. */
      cards: z.optional(z.readonly(z.array(z.enum(cardNames)))),
      newerThanMs: z.nullable(z.number()),
    }),
    value: z.null(),
  },
  /** Tests the key in a slot of the vault against a deployment. */
  test: {
    args: z.object({
      slot: z.string(),
      baseUrl: z.string(),
      organization: z.string(),
      user: z.nullable(z.string()),
      keyOwner: z.nullable(z.string()),
      isPrivate,
    }),
    value: connectionReportSchema,
  },
  /** Returns the first of these base URLs where the API answers; the requests carry no key. */
  findBase: {
    args: z.object({
      candidates: z.array(z.string()).check(z.maxLength(8)),
      organization: z.string(),
    }),
    value: z.object({ baseUrl: z.nullable(z.string()) }),
  },
  /**
   * Returns one person's cost of the current calendar month (UTC), over all mentors, in US dollars.
   */
  month: {
    args: z.object({
      baseUrl: z.string(),
      org: z.string(),
      user: z.string(),
      /** Request again unless the last answer is newer than this instant (epoch ms). */
      newerThanMs: z.number(),
      /** True for the page of a private window: then the person is not stored. */
      isPrivate: z.boolean(),
    }),
    value: z.object({ total: z.number(), asOfMs: z.number() }),
  },
  /** Adds the series of the preceding range to a card in the store, for a comparison. */
  comparison: {
    args: z.object({ identity: identitySchema, range: rangeSchema, card: z.enum(cardNames) }),
    value: z.null(),
  },
  /**
   * Returns the cost of an identity and period by category; requested only when the user opens it.
   */
  costBreakdown: {
    args: z.object({ identity: identitySchema, period: periodSchema, by: spentOnSchema }),
    value: costBreakdownSchema,
  },
  /** Returns the number of users who were active within the last hour. */
  activeNow: {
    args: z.object({ identity: identitySchema }),
    value: z.object({ count: z.number(), asOfMs: z.number() }),
  },
  /** Returns the unique id and the name of the mentor that a page's URL names. */
  resolveMentor: {
    args: z.object({
      baseUrl: z.string(),
      org: z.string(),
      user: z.string(),
      idOrSlug: z.string(),
      isPrivate,
    }),
    value: z.object({ mentorId: z.string(), name: z.nullable(z.string()) }),
  },
  /** Returns what may be shown of each profile's key, to a page that has no databases. */
  keyMetas: { args: z.object({}), value: z.record(z.string(), keyMetaSchema) },
} as const;

export type CommandName = keyof typeof contract;
export type Args<Name extends CommandName> = z.infer<(typeof contract)[Name]['args']>;
export type Value<Name extends CommandName> = z.infer<(typeof contract)[Name]['value']>;

/** A handler for every command; the types require that none is missing. */
export type Handlers = {
  [Name in CommandName]: (args: Args<Name>) => Promise<Result<Value<Name>>>;
};

/** The contract with a type that gives the schemas of each single command by its name. */
export const schemas: {
  [Name in CommandName]: {
    args: z.ZodMiniType<Args<Name>>;
    value: z.ZodMiniType<Value<Name>>;
  };
} = contract;
