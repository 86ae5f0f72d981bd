import type { CDPSession, Page } from 'playwright-core';
import { type Mark, type OpenAndTime, type Timings, watchPaints } from './paint';
import { APP_PAGE, type BenchPlace, type BenchSession, fillCache, openSession } from './session';

/** Everything measured in one run, in ms by row name; the empty popup's own rows begin with "empty". */
export type Samples = Map<string, number[]>;

/** Adds a value to a row, if there is one. */
export function note(samples: Samples, row: string, value: number | undefined): void {
  if (value !== undefined) samples.set(row, [...(samples.get(row) ?? []), value]);
}

/** A tab on the app's page, and one in which the popup is opened over and over. */
interface Tabs {
  app: Page;
  page: Page;
  open: OpenAndTime;
}

export async function openTabs({ session, empty }: BenchSession): Promise<Tabs> {
  const app = await session.context.newPage();
  await app.goto(APP_PAGE);
  const page = await session.context.newPage();
  const open = await watchPaints(page, new URL(empty('')).host);
  return { app, page, open };
}

const ROWS: [mark: Mark, row: string][] = [
  ['figures', 'headline figures painted'],
  ['charts', 'three charts visible'],
  ['interactive', 'first tip'],
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
    const { open } = await openTabs(bench);
    for (let opening = 0; opening < 5; opening += 1) {
      const empty = await open(bench.empty('popup.html'), 'empty');
      const ours = await open(bench.lens('popup.html'), 'interactive');
      const prefix = opening === 0 ? 'first opening: ' : '';
      note(samples, opening === 0 ? 'empty popup, first opening' : 'empty popup', empty.empty);
      noteOpening(samples, prefix, ours);
      if (opening > 0) note(samples, 'longest task', ours.longestTaskMs);
    }
    await bench.close();
  }
}

/** Openings of the empty popup alone, for sections that are measured without the others. */
export async function measureEmpty(bench: BenchSession, samples: Samples, times: number) {
  const { app, page, open } = await openTabs(bench);
  for (let opening = -1; opening < times; opening += 1) {
    const { empty } = await open(bench.empty('popup.html'), 'empty');
    if (opening >= 0) note(samples, 'empty popup', empty);
  }
  await page.close();
  await app.close();
}

/** Openings with an empty cache, the API answering after `latencyMs`. */
export async function measureCold(
  bench: BenchSession,
  samples: Samples,
  latencyMs: number,
  times: number,
) {
  const { page, open } = await openTabs(bench);
  bench.demo.control.latencyMs = latencyMs;
  for (let opening = 0; opening < times; opening += 1) {
    await page.goto(bench.lens('options.html'));
    await page.evaluate(emptied('[...db.objectStoreNames]'));
    const timings = await open(bench.lens('popup.html'), 'interactive');
    noteOpening(samples, `cold cache, API ${latencyMs} ms: `, timings);
  }
  bench.demo.control.latencyMs = 0;
  await page.close();
}

/** Openings from the cache without a stored first paint, as for a new page, range or scope. */
export async function measureWithoutPicture(bench: BenchSession, samples: Samples, times: number) {
  const { page, open } = await openTabs(bench);
  await fillCache(bench);
  for (let opening = 0; opening < times; opening += 1) {
    await page.goto(bench.lens('options.html'));
    await page.evaluate(emptied("['pictures']"));
    await open(bench.empty('popup.html'), 'empty');
    const timings = await open(bench.lens('popup.html'), 'interactive');
    noteOpening(samples, 'without a first paint: ', timings);
  }
  await page.close();
}

/** Empties stores of the cache, named by an expression, in a page of ours. */
export const emptied = (stores: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lens');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const db = opening.result;
    const names = ${stores};
    const work = db.transaction(names, 'readwrite');
    for (const name of names) work.objectStore(name).clear();
    work.oncomplete = () => { db.close(); resolve(null); };
  };
})`;

/**
 * Bytes in use on the page's heap after a collection, with all cards drawn and everything done that an
 * opening does; in a browser that has done nothing else, as pages of one extension share a heap. Of the
 * panel also the longest task.
 */
export async function measureHeap(bench: BenchSession, samples: Samples) {
  const { page, open } = await openTabs(bench);
  const cdp = await bench.session.context.newCDPSession(page);
  for (const [row, url, mark] of [
    ['empty popup, heap after GC', bench.empty('popup.html'), 'empty'],
    ['heap after GC with three charts', bench.lens('popup.html'), 'interactive'],
    ['panel with all cards, heap after GC', bench.lens('sidepanel.html'), 'interactive'],
  ] as const) {
    await open(url, mark);
    if (mark === 'interactive') await untilKept(cdp);
    await cdp.send('HeapProfiler.collectGarbage');
    note(samples, row, (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6);
  }
  const longest: number = await page.evaluate('window.__paints.longestTaskMs');
  note(samples, 'panel with all cards, longest task', longest);
  await page.close();
}

/** Measured without the driver's own script, which would use memory too. */
async function untilKept(cdp: CDPSession): Promise<void> {
  const expression = `new Promise((resolve) => {
    const look = () => performance.getEntriesByName('lens first paint kept').length > 0;
    if (look()) resolve();
    else new PerformanceObserver(() => look() && resolve()).observe({ type: 'mark' });
  })`;
  await cdp.send('Runtime.evaluate', { expression, awaitPromise: true });
}
