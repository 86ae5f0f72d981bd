import { note, openTabs, type Samples } from './measure';
import type { BenchSession } from './session';

/**
 * How long a worker that was stopped takes to its first reply, and to the answer of a real command;
 * ours and the empty one in turn.
 */
export async function measureWorker(bench: BenchSession, samples: Samples, times: number) {
  const refresh = await refreshSent(bench);
  const empty = await openBeside(bench, bench.empty('popup.html'));
  const ours = await openBeside(bench, bench.lens('options.html'));
  const before = bench.demo.requests.length;
  for (let n = 0; n < times; n += 1) {
    note(samples, 'empty worker, stopped to first reply', (await empty.ask(REFUSED)).ms);
    note(samples, 'worker stopped, to its first reply', (await ours.ask(REFUSED)).ms);
    const asked = await ours.ask(refresh);
    if (!asked.reply?.ok) throw new Error('Fresh figures should be answered.');
    note(samples, 'worker stopped, to the answer of a real command', asked.ms);
  }
  if (bench.demo.requests.length > before) throw new Error('No network should be in an answer.');
  await empty.page.close();
  await ours.page.close();
}

/** An unknown command: the worker refuses it, which is a reply. */
const REFUSED = { command: 'none', args: null };

interface Asked {
  ms: number;
  reply: { ok?: boolean } | null;
}

/** A page that stops every worker, and then times a message to its own. */
async function openBeside({ session: { context } }: BenchSession, url: string) {
  const page = await context.newPage();
  await page.goto(url);
  const cdp = await context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  return {
    page,
    ask: async (message: unknown) => {
      await cdp.send('ServiceWorker.stopAllWorkers');
      return page.evaluate<Asked>(`(async () => {
        const startMs = performance.now();
        const reply = await chrome.runtime.sendMessage(${JSON.stringify(message)});
        return { ms: performance.now() - startMs, reply };
      })()`);
    },
  };
}

/**
 * The message of a click on Refresh. Sent again it causes no request, as all figures are newer than the
 * click by then: settings, key and cache are read for the answer, and no network is in it.
 */
async function refreshSent(bench: BenchSession): Promise<unknown> {
  const { app, page, open } = await openTabs(bench);
  await page.addInitScript(`(() => {
    const { runtime } = chrome;
    const send = runtime.sendMessage;
    window.__sent = [];
    runtime.sendMessage = (message) => (window.__sent.push(message), send(message));
  })()`);
  await open(bench.lens('popup.html'), 'interactive');
  await page.getByRole('button', { name: 'Refresh' }).click();
  const sent = await page.waitForFunction(() =>
    Reflect.get(window, '__sent').find(({ command }: { command: string }) => command === 'refresh'),
  );
  const message = await sent.jsonValue();
  await page.waitForSelector('main:not([aria-busy="true"])');
  await page.close();
  await app.close();
  return message;
}
