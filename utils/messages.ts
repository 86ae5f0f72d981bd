import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { rangeSchema } from '@/utils/analytics/range';
import { fail, type Result } from '@/utils/failure';
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
const field = { field: z.enum(FIELDS) };

/** What a test of the connection found: a line for each check, and the field that is wrong. */
const connectionReportSchema = z.object({
  works: z.boolean(),
  scheme: z.optional(z.enum(['Api-Token', 'Api-Key', 'Token'])),
  failure: z.optional(z.intersection(failureSchema, z.object(field))),
  lines: z.array(
    z.object({
      check: z.enum(CHECKS),
      /** null where the test didn't get that far. */
      ok: z.nullable(z.boolean()),
      failure: z.optional(failureSchema),
    }),
  ),
});
export type ConnectionReport = z.infer<typeof connectionReportSchema>;

/**
 * The one contract between pages and worker: what each command takes and what it answers. No command
 * carries the API key: the options page puts it into the vault, and the worker takes it from there.
 */
const contract = {
  /** Brings the figures of an identity and range up to date; they are then in the store. */
  refresh: {
    args: z.object({ identity: identitySchema, range: rangeSchema, force: z.boolean() }),
    value: z.null(),
  },
  /** Tries the key in a slot of the vault against a deployment. */
  test: {
    args: z.object({
      slot: z.enum(['active', 'candidate']),
      baseUrl: z.string(),
      organization: z.string(),
      user: z.nullable(z.string()),
      keyOwner: z.nullable(z.string()),
    }),
    value: connectionReportSchema,
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

const messageSchema = z.object({ command: z.string(), args: z.unknown() });
const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/** Longer than the worker's own deadline (15 s), so that its answer can still arrive. */
const DEADLINE_MS = 20_000;

/**
 * Sends a command to the worker. Always settles: within 20 s, after one retry where the worker died
 * over it (killing it every 200-400 ms loses one call in five without).
 */
export async function send<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
  { deadlineMs = DEADLINE_MS }: { deadlineMs?: number } = {},
): Promise<Result<Value<Name>>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<never>>((resolve) => {
    timer = setTimeout(() => resolve(fail({ kind: 'worker-unreachable' })), deadlineMs);
  });
  return Promise.race([ask(command, args), late]).finally(() => clearTimeout(timer));
}

async function ask<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
): Promise<Result<Value<Name>>> {
  for (const last of [false, true]) {
    try {
      const reply = understand(command, await browser.runtime.sendMessage({ command, args }));
      if (reply) return reply;
    } catch {
      // "Could not establish connection", "message port closed": the worker died, or we were replaced.
    }
    if (!isAlive()) return fail({ kind: 'extension-updated' });
    if (last) break;
  }
  return fail({ kind: 'worker-unreachable' });
}

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
  const value = valueSchema(command).safeParse(read.data.value);
  return value.success ? { ok: true, value: value.data } : null;
}

/** Indexing the contract by a type parameter loses which schema belongs to which name; this keeps it. */
function valueSchema<Name extends CommandName>(command: Name): z.ZodMiniType<Value<Name>> {
  const schemas: { [N in CommandName]: z.ZodMiniType<Value<N>> } = {
    refresh: contract.refresh.value,
    test: contract.test.value,
    resolveMentor: contract.resolveMentor.value,
  };
  return schemas[command];
}

/**
 * Answers commands in the worker. Call it synchronously at start, or a wake-up loses its message. Only
 * our own pages are heard: `sender.id` and `sender.origin` must be ours (`sender.tab` tells nothing, it
 * is set for our own page in a tab too). What no handler is listed for is refused.
 */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender) => {
      if (!isOurs(sender)) return undefined;
      return handle(handlers, message);
    },
  );
}

const REFUSED: Result<never> = fail({ kind: 'worker-unreachable' });

async function handle(handlers: Handlers, message: unknown): Promise<Result<unknown>> {
  const read = messageSchema.safeParse(message);
  if (!read.success || !isCommand(read.data.command)) return REFUSED;
  try {
    return await run(handlers, read.data.command, read.data.args);
  } catch (bug) {
    console.error(bug);
    return REFUSED;
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(contract, name);

function run(handlers: Handlers, command: CommandName, args: unknown): Promise<Result<unknown>> {
  switch (command) {
    case 'refresh':
      return withArgs(contract.refresh.args, args, handlers.refresh);
    case 'test':
      return withArgs(contract.test.args, args, handlers.test);
    case 'resolveMentor':
      return withArgs(contract.resolveMentor.args, args, handlers.resolveMentor);
  }
}

async function withArgs<T>(
  schema: z.ZodMiniType<T>,
  args: unknown,
  handler: (args: T) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const read = schema.safeParse(args);
  return read.success ? handler(read.data) : REFUSED;
}

function isOurs(sender: Browser.runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  // Older browsers name no origin; the URL of an extension page says the same.
  const from = sender.origin ?? sender.url ?? '';
  const own = new URL(browser.runtime.getURL('/'));
  return (
    from === own.origin ||
    from.startsWith(`${own.protocol}//${own.host}/`) ||
    from === `${own.protocol}//${own.host}`
  );
}
