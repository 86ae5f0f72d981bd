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

/** Longer than the worker's own deadline (15 s), so that its answer can still arrive in time. */
const DEADLINE_MS = 20_000;

/**
 * The pauses in ms before a command is sent again to a worker that died while it handled it; later
 * pauses all have the length below, until the deadline. A worker that is being stopped fails at
 * once and may be stopped again: with ten attempts, eight of a thousand stops still caused a
 * failure. Every command may safely be sent twice.
 */
const PAUSES_MS = [0, 25, 50, 100, 200];
const LONGEST_PAUSE_MS = 400;

/**
 * The time in ms without an answer after which the command is sent a second time, while the first
 * is still pending. In Chromium, a command that arrives at the moment when a worker is stopped
 * waits until the next message starts the worker again, which took twenty seconds. A running worker
 * handles both as one.
 */
const SILENCES_MS = [2000, 4000, 20_000];

/**
 * A running worker that gives invalid answers would repeat them forever, so the attempts are
 * limited.
 */
const MOST_NONSENSE = 4;
const NONSENSE_PAUSE_MS = 300;

/**
 * Sends a command to the worker. It always settles within 20 s. If the worker died, the command is
 * sent again until then; if a running worker gives an invalid answer, up to four times in a row.
 */
export async function send<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
  { deadlineMs = DEADLINE_MS }: { deadlineMs?: number } = {},
): Promise<Result<Value<Name>>> {
  const stopped = new AbortController();
  return withDeadline(ask(command, args, stopped.signal), deadlineMs, () => {
    stopped.abort();
    return unreachable();
  });
}

async function ask<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
  late: AbortSignal,
): Promise<Result<Value<Name>>> {
  let deaths = 0;
  let nonsense = 0;
  while (isAlive() && !late.aborted) {
    const reply = await deliver(command, args, late);
    if (reply.kind === 'answer') return reply.answer;
    nonsense = reply.kind === 'nonsense' ? nonsense + 1 : 0;
    if (nonsense === MOST_NONSENSE) break;
    if (reply.kind === 'nonsense') await pause(NONSENSE_PAUSE_MS);
    else await pause(PAUSES_MS[deaths++] ?? LONGEST_PAUSE_MS);
  }
  return unreachable();
}

type Delivery<T> = { kind: 'answer'; answer: Result<T> } | { kind: 'death' } | { kind: 'nonsense' };

/** Sends a command, and sends it again when there is no answer; the first answer is returned. */
async function deliver<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
  late: AbortSignal,
): Promise<Delivery<Value<Name>>> {
  const sent: Promise<Delivery<Value<Name>>>[] = [];
  for (const silenceMs of SILENCES_MS) {
    sent.push(sendOnce(command, args));
    const first = await withDeadline<Delivery<Value<Name>> | null>(
      Promise.race(sent),
      silenceMs,
      () => null,
    );
    if (first) return first;
    if (late.aborted) break;
  }
  return { kind: 'death' };
}

/**
 * Sends a command once, and distinguishes an answer, the death of the worker, and an invalid
 * answer.
 */
async function sendOnce<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
): Promise<Delivery<Value<Name>>> {
  let reply: unknown;
  try {
    reply = await browser.runtime.sendMessage({ command, args });
  } catch {
    // "Could not establish connection", "message channel closed": the worker died, or the extension
    // was updated.
    return { kind: 'death' };
  }
  // A running worker always answers: in Chromium an empty answer means that it died before it
  // listened.
  if (reply === undefined || reply === null) return { kind: 'death' };
  const answer = understand(command, reply);
  return answer && !isRefusal(answer) ? { kind: 'answer', answer } : { kind: 'nonsense' };
}

/**
 * Whether the worker reports that it failed to handle a command; a worker that is being stopped
 * fails at any command.
 */
const isRefusal = (answer: Result<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'worker-unreachable';

const pause = (ms: number) =>
  ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/**
 * Returns the failure for a missing answer: after an update of the extension an open page has no
 * worker.
 */
const unreachable = () => fail({ kind: isAlive() ? 'worker-unreachable' : 'extension-updated' });

/** False in a page that is older than the installed extension: an update removes its runtime. */
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
