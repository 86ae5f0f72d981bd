import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { fail, type Result } from '@/utils/failure';
import { type CommandName, type Handlers, schemas, type Value } from './messages';

const messageSchema = z.object({ command: z.string(), args: z.unknown() });

const REFUSED = fail({ kind: 'worker-unreachable' });

/**
 * Answers commands in the worker. Call it synchronously at start, or a wake-up loses its message. Only
 * our own pages are heard, and what no handler is listed for is refused. Never rejects: a bug in a
 * handler is logged and refused.
 */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender) =>
      isOurs(sender) ? handle(handlers, message) : undefined,
  );
}

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

// Own names only: `constructor` and `__proto__` are no commands.
const isCommand = (name: string): name is CommandName => Object.hasOwn(schemas, name);

async function run<Name extends CommandName>(
  handlers: Handlers,
  command: Name,
  args: unknown,
): Promise<Result<Value<Name>>> {
  const read = schemas[command].args.safeParse(args);
  return read.success ? handlers[command](read.data) : REFUSED;
}

/** Whether a page of ours asks. `sender.tab` tells nothing: our own page in a tab has one too. */
function isOurs({ id, origin, url = '' }: Browser.runtime.MessageSender): boolean {
  if (id !== browser.runtime.id) return false;
  const { protocol, host } = new URL(browser.runtime.getURL('/'));
  // Not `URL.origin`: that may be the text `null`, which a sandboxed frame in any page has for its own.
  const own = `${protocol}//${host}`;
  return origin === undefined ? url.startsWith(`${own}/`) : origin === own;
}
