import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { costBreakdownSchema, spentOnSchema } from '@/utils/analytics/card-data';
import { periodSchema } from '@/utils/analytics/period';
import { rangeSchema } from '@/utils/analytics/range';
import { withDeadline } from './deadline';
import { fail, type Result } from './failure';
import { failureSchema } from './store/failure-schema';

const identitySchema = z.object({
  baseUrl: z.string(),
  org: z.string(),
  user: z.string(),
  mentorId: z.nullable(z.string()),
  keyFingerprint: z.string(),
});

const CHECKS = ['host', 'key', 'organization', 'cohorts', 'cost', 'feedback'] as const;
const FIELDS = ['key', 'organization', 'baseUrl', 'permission', 'user'] as const;
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
  /** One person's cost of the calendar month that runs (UTC), over all mentors, in US dollars. */
  month: {
    args: z.object({
      baseUrl: z.string(),
      org: z.string(),
      user: z.string(),
      /** Ask again unless it was answered after this instant (epoch ms). */
      newerThanMs: z.number(),
    }),
    value: z.object({ total: z.number(), asOfMs: z.number() }),
  },
  /** Puts the bars of the range before behind the cost in the store, for a comparison. */
  costBefore: {
    args: z.object({ identity: identitySchema, range: rangeSchema }),
    value: z.null(),
  },
  /** What the cost of an identity and period went to; asked when somebody wants to know. */
  costBreakdown: {
    args: z.object({ identity: identitySchema, period: periodSchema, by: spentOnSchema }),
    value: costBreakdownSchema,
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

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/** Longer than the worker's own deadline (15 s), so that its answer can still arrive. */
const DEADLINE_MS = 20_000;

/**
 * Pauses before a command is sent again to a worker that died over it. One that is being stopped
 * refuses at once, and may be stopped again: with a single retry every fifth of the commands was lost
 * to a worker that was killed five times a second. Every command may be sent twice.
 */
const RETRY_PAUSES_MS = [0, 25, 50, 100, 200, 400, 400, 400, 400];

/**
 * Sends a command to the worker. Always settles: within 20 s, after a few retries where the worker
 * died over it.
 */
export async function send<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
  { deadlineMs = DEADLINE_MS }: { deadlineMs?: number } = {},
): Promise<Result<Value<Name>>> {
  return withDeadline<Result<Value<Name>>>(ask(command, args), deadlineMs, unreachable);
}

async function ask<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
): Promise<Result<Value<Name>>> {
  let misunderstood = 0;
  for (const pauseMs of [0, ...RETRY_PAUSES_MS]) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (!isAlive() || misunderstood > 1) break;
    try {
      const reply = understand(command, await browser.runtime.sendMessage({ command, args }));
      if (reply) return reply;
      misunderstood += 1;
    } catch {
      // "Could not establish connection", "message port closed": the worker died, or we were replaced.
    }
  }
  return unreachable();
}

/** Why no answer came: an update leaves an open page with nobody to ask. */
const unreachable = () => fail({ kind: isAlive() ? 'worker-unreachable' : 'extension-updated' });

/** False in a page that outlived its extension: an update leaves it without a runtime. */
function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id && browser.runtime.getURL('/'));
  } catch {
    return false;
  }
}

function understand<Name extends CommandName>(
  command: Name,
  reply: unknown,
): Result<Value<Name>> | null {
  const read = replySchema.safeParse(reply);
  if (!read.success) return null;
  if (!read.data.ok) return fail(read.data.failure);
  const value = schemas[command].value.safeParse(read.data.value);
  return value.success ? { ok: true, value: value.data } : null;
}
