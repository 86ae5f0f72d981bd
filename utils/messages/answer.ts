import { type Browser, browser } from 'wxt/browser';
import { fail, type Result } from '@/utils/failure';
import { isCommand } from './command-names';
import type { CommandName } from './contract';

/** Runs a command; it receives the arguments as they were sent and parses them. */
export type Run = (command: CommandName, args: unknown) => Promise<Result<unknown>>;

const REFUSED = fail({ kind: 'worker-unreachable' });

/**
 * Answers commands in the worker. Call it synchronously at start, otherwise the message that
 * started the worker is lost. Only messages from our own pages are accepted, and an unknown command
 * is refused before any code is loaded for it. It never rejects: an exception in a handler, or
 * while loading it, is logged and returned as a failure.
 */
export function answer(run: Run): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender) =>
      isOurs(sender) ? handle(run, message) : undefined,
  );
}

async function handle(run: Run, message: unknown): Promise<Result<unknown>> {
  if (!(message instanceof Object) || !('command' in message)) return REFUSED;
  if (!isCommand(message.command)) return REFUSED;
  try {
    return await run(message.command, 'args' in message ? message.args : undefined);
  } catch (bug) {
    console.error(bug);
    return REFUSED;
  }
}

/**
 * Whether the sender is a page of ours. `sender.tab` does not show this, as our own page can be
 * open in a tab.
 */
function isOurs({ id, origin, url = '' }: Browser.runtime.MessageSender): boolean {
  if (id !== browser.runtime.id) return false;
  const { protocol, host } = new URL(browser.runtime.getURL('/'));
  // Not `URL.origin`, which may be the text `null`, as it is for a sandboxed frame in any page.
  const own = `${protocol}//${host}`;
  return origin === undefined ? url.startsWith(`${own}/`) : origin === own;
}
