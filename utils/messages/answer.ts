import { type Browser, browser } from 'wxt/browser';
import { fail, type Result } from '@/utils/failure';
import { isCommand } from './command-names';
import type { CommandName } from './contract';

/** Does what a command says; the arguments come as they were sent, and are parsed there. */
export type Run = (command: CommandName, args: unknown) => Promise<Result<unknown>>;

const REFUSED = fail({ kind: 'worker-unreachable' });

/**
 * Answers commands in the worker. Call it synchronously at start, or a wake-up loses its message. Only
 * our own pages are heard, and what is no command is refused before anything is loaded for it. Never
 * rejects: a bug in a handler, or in loading it, is logged and refused.
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

/** Whether a page of ours asks. `sender.tab` tells nothing: our own page in a tab has one too. */
function isOurs({ id, origin, url = '' }: Browser.runtime.MessageSender): boolean {
  if (id !== browser.runtime.id) return false;
  const { protocol, host } = new URL(browser.runtime.getURL('/'));
  // Not `URL.origin`: that may be the text `null`, which a sandboxed frame in any page has for its own.
  const own = `${protocol}//${host}`;
  return origin === undefined ? url.startsWith(`${own}/`) : origin === own;
}
