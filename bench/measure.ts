import type { Page } from 'playwright-core';
import { type Mark, openAndTime, type Timings, watchPaints } from './paint';
import { APP_PAGE, type BenchPlace, type BenchSession, openSession } from './session';

/** Everything measured in one run, in ms by row name; the empty popup's own rows begin with "empty". */
export type Samples = Map<string, number[]>;

/** Adds a value to a row, if there is one. */
export function note(samples: Samples, row: string, value: number | undefined): void {
  if (value !== undefined) samples.set(row, [...(samples.get(row) ?? []), value]);
}

/** A tab on the app's page, and one in which the popup is opened over and over. */
export async function openTabs({ session }: BenchSession): Promise<{ app: Page; page: Page }> {
  const app = await session.context.newPage();
  await app.goto(APP_PAGE);
  const page = await session.context.newPage();
  await watchPaints(page);
  return { app, page };
}

const ROWS: [mark: Mark, row: string][] = [
  ['figures', 'headline figures painted'],
  ['charts', 'three charts visible'],
  ['interactive', 'three charts interactive'],
];

function noteOpening(samples: Samples, prefix: string, timings: Partial<Timings>): void {
  for (const [mark, row] of ROWS) note(samples, `${prefix}${row}`, timings[mark]);
}

/**
 * Openings from the cache, the empty popup in turn with ours: the first after a browser start apart
 * from the warm ones.
 */
export async function measureOpenings(place: BenchPlace, samples: Samples, launches: number) {
  for (let launch = 0; launch < launches; launch += 1) {
    const bench = await openSession(place);
    const { page } = await openTabs(bench);
    for (let opening = 0; opening < 5; opening += 1) {
      const empty = await openAndTime(page, bench.empty('popup.html'), 'empty');
      const ours = await openAndTime(page, bench.lens('popup.html'), 'interactive');
      const prefix = opening === 0 ? 'first opening: ' : '';
      note(samples, opening === 0 ? 'empty popup, first opening' : 'empty popup', empty.empty);
      noteOpening(samples, prefix, ours);
      if (opening > 0) note(samples, 'longest task', ours.longestTaskMs);
    }
    await bench.close();
  }
}

/** Openings with an empty cache, the API answering after `latencyMs`. */
export async function measureCold(
  bench: BenchSession,
  samples: Samples,
  latencyMs: number,
  times: number,
) {
  const { page } = await openTabs(bench);
  bench.demo.control.latencyMs = latencyMs;
  for (let opening = 0; opening < times; opening += 1) {
    await page.goto(bench.lens('options.html'));
    await page.evaluate(EMPTY_CACHE);
    const timings = await openAndTime(page, bench.lens('popup.html'), 'interactive');
    noteOpening(samples, `cold cache, API ${latencyMs} ms: `, timings);
  }
  bench.demo.control.latencyMs = 0;
  await page.close();
}

const EMPTY_CACHE = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lens');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const db = opening.result;
    const names = [...db.objectStoreNames];
    const work = db.transaction(names, 'readwrite');
    for (const name of names) work.objectStore(name).clear();
    work.oncomplete = () => { db.close(); resolve(null); };
  };
})`;

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

/** No command of ours: it is refused, which is a reply. */
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
 * What a click on Refresh sends. Sent once more it asks for nothing, as all figures are newer than the
 * click by then: settings, key and cache are read for the answer, and no network is in it.
 */
async function refreshSent(bench: BenchSession): Promise<unknown> {
  const { app, page } = await openTabs(bench);
  await page.addInitScript(`(() => {
    const { runtime } = chrome;
    const send = runtime.sendMessage;
    window.__sent = [];
    runtime.sendMessage = (message) => (window.__sent.push(message), send(message));
  })()`);
  await openAndTime(page, bench.lens('popup.html'), 'interactive');
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

/** Bytes in use on the page's heap after a collection, with three charts drawn. */
export async function measureHeap(bench: BenchSession, samples: Samples) {
  const { page } = await openTabs(bench);
  const cdp = await bench.session.context.newCDPSession(page);
  for (const [row, url, mark] of [
    ['empty popup, heap after GC', bench.empty('popup.html'), 'empty'],
    ['heap after GC with three charts', bench.lens('popup.html'), 'interactive'],
  ] as const) {
    await openAndTime(page, url, mark);
    await cdp.send('HeapProfiler.collectGarbage');
    note(samples, row, (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6);
  }
  await page.close();
}
