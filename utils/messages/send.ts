import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { withDeadline } from '@/utils/deadline';
import { fail, type Result } from '@/utils/failure';
import { failureSchema } from '@/utils/store/snapshots/failure-schema';
import { type Args, type CommandName, schemas, type Value } from './contract';

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
