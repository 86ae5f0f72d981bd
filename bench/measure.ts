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

/** How long a worker that was stopped takes to its first reply, ours and the empty one in turn. */
export async function measureWorker(bench: BenchSession, samples: Samples, times: number) {
  const { context } = bench.session;
  for (const [row, url] of [
    ['empty worker, stopped to first reply', bench.empty('popup.html')],
    ['worker stopped, to its first reply', bench.lens('options.html')],
  ] as const) {
    const page = await context.newPage();
    await page.goto(url);
    const cdp = await context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    for (let n = 0; n < times; n += 1) {
      await cdp.send('ServiceWorker.stopAllWorkers');
      note(samples, row, await page.evaluate<number>(TIME_A_MESSAGE));
    }
    await page.close();
  }
}

// No command of ours: it is refused, which is a reply.
const TIME_A_MESSAGE = `(async () => {
  const startMs = performance.now();
  await chrome.runtime.sendMessage({ command: 'none', args: null });
  return performance.now() - startMs;
})()`;

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
