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
 * Pauses before a command is sent again to a worker that died over it, and the pause from then on, for as
 * long as there is time. One that is being stopped refuses at once, and may be stopped again: with ten
 * tries eight of a thousand kills were seen. Every command may be sent twice.
 */
const PAUSES_MS = [0, 25, 50, 100, 200];
const LONGEST_PAUSE_MS = 400;

/**
 * How long nothing may be heard before the command is sent beside the one that is under way. One that
 * comes in the moment in which a worker is stopped waits, in Chromium, until the next wakes it: twenty
 * seconds, where nobody else had anything to say. A worker that is at work takes both for one.
 */
const SILENCES_MS = [2000, 4000, 20_000];

/** A living worker that answers nonsense, or fails over a command, would do so for ever. */
const MOST_NONSENSE = 4;
const NONSENSE_PAUSE_MS = 300;

/**
 * Sends a command to the worker. Always settles: within 20 s. A worker that died over it is asked again
 * for as long as that takes; one that lives and does not understand, four times in a row.
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

/** Sends a command, and again where nothing at all comes of it; what comes first counts. */
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

/** Sends a command once, and tells an answer from a worker's death and from what is no answer. */
async function sendOnce<Name extends CommandName>(
  command: Name,
  args: Args<Name>,
): Promise<Delivery<Value<Name>>> {
  let reply: unknown;
  try {
    reply = await browser.runtime.sendMessage({ command, args });
  } catch {
    // "Could not establish connection", "message channel closed": it died, or we were replaced.
    return { kind: 'death' };
  }
  // A living worker says something: this is how Chromium tells of one that died before it had listened.
  if (reply === undefined || reply === null) return { kind: 'death' };
  const answer = understand(command, reply);
  return answer && !isRefusal(answer) ? { kind: 'answer', answer } : { kind: 'nonsense' };
}

/** The worker itself says so when it failed over a command; a dying one fails over anything. */
const isRefusal = (answer: Result<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'worker-unreachable';

const pause = (ms: number) =>
  ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

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
