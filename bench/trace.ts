import type { CDPSession } from 'playwright-core';
import { openTabs } from './measure';
import type { Mark } from './paint';
import { type BenchSession, openSession, preparePlace } from './session';

// Where the time of a warm opening goes: the main thread's work until each mark, by kind.

const WARM_UP = 3;
const TIMES = 7;
const CATEGORIES = 'devtools.timeline,disabled-by-default-v8.compile,v8,blink.user_timing';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
}

/** The names of the trace events of each kind of work; an event counts for the first kind that lists it. */
const KINDS: [kind: string, names: string[]][] = [
  ['compile scripts', ['v8.compile', 'v8.compileModule', 'v8.produceCache', 'V8.CompileCode']],
  ['run modules', ['v8.evaluateModule', 'EvaluateScript']],
  ['run callbacks', ['FunctionCall', 'RunMicrotasks', 'FireAnimationFrame', 'TimerFire']],
  ['parse HTML and CSS', ['ParseHTML', 'ParseAuthorStyleSheet']],
  ['style and layout', ['UpdateLayoutTree', 'Layout', 'PrePaint']],
  ['paint', ['Paint', 'Layerize', 'Commit']],
  ['collect garbage', ['MinorGC', 'MajorGC']],
];

const kindOf = (name: string) => KINDS.find(([, names]) => names.includes(name))?.[0] ?? null;

/** Records one opening; the milliseconds of each kind until the figures and until the charts work. */
async function traceOpening(cdp: CDPSession, open: () => Promise<unknown>) {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value) if (isComplete(event)) events.push(event);
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
  await open();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

const isComplete = (event: object): event is TraceEvent =>
  'name' in event && 'ts' in event && 'ph' in event && event.ph === 'X';

/** Time of each kind by itself: what runs within an event is not counted for that event too. */
function breakdown(events: TraceEvent[], untilMs: number): Map<string, number> {
  const main = mainThread(events);
  const first = Math.min(...main.map(({ ts }) => ts));
  const own = new Map<string, number>();
  const add = (kind: string, us: number) => own.set(kind, (own.get(kind) ?? 0) + us / 1000);
  const within: { kind: string; endUs: number }[] = [];
  for (const { name, ts, dur = 0 } of main.sort(
    (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
  )) {
    if (ts > first + untilMs * 1000) break;
    const kind = kindOf(name);
    if (!kind) continue;
    while (within.length > 0 && (within.at(-1)?.endUs ?? 0) <= ts) within.pop();
    const around = within.at(-1);
    if (around) add(around.kind, -dur);
    add(kind, dur);
    within.push({ kind, endUs: ts + dur });
  }
  return own;
}

/** The thread that evaluated the page's modules. */
function mainThread(events: TraceEvent[]): TraceEvent[] {
  const own = events.find(({ name }) => name === 'v8.evaluateModule' || name === 'ParseHTML');
  return events.filter(({ pid, tid }) => pid === own?.pid && tid === own?.tid);
}

/** Prints the breakdown until `mark`, medians over some openings. */
async function report(bench: BenchSession, page: 'ours' | 'empty', mark: Mark): Promise<void> {
  const tabs = await openTabs(bench);
  const cdp = await bench.session.context.newCDPSession(tabs.page);
  const url = page === 'ours' ? bench.lens('popup.html') : bench.empty('popup.html');
  const seen = new Map<string, number[]>();
  const ends: number[] = [];
  for (let n = 0; n < WARM_UP; n += 1) await tabs.open(url, mark);
  for (let n = 0; n < TIMES; n += 1) {
    let endMs = 0;
    const events = await traceOpening(cdp, async () => {
      const timings = await tabs.open(url, mark);
      endMs = timings[mark] ?? 0;
    });
    ends.push(endMs);
    const own = breakdown(events, endMs);
    for (const [kind] of KINDS) seen.set(kind, [...(seen.get(kind) ?? []), own.get(kind) ?? 0]);
  }
  const rows = [...seen].map(([kind, values]) => [kind, median(values)] as const);
  const end = median(ends);
  const worked = rows.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`\n| ${page === 'ours' ? `until ${mark}` : 'the empty popup'} | ms |\n|---|---|`);
  for (const [kind, ms] of rows) console.log(`| ${kind} | ${ms.toFixed(1)} |`);
  console.log(`| waiting: process, files, storage, the frame | ${(end - worked).toFixed(1)} |`);
  console.log(`| in all, while recording | ${end.toFixed(1)} |`);
  await cdp.detach();
  await tabs.page.close();
  await tabs.app.close();
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const place = await preparePlace();
try {
  const bench = await openSession(place);
  await report(bench, 'empty', 'empty');
  await report(bench, 'ours', 'figures');
  await report(bench, 'ours', 'interactive');
  await bench.close();
} finally {
  await place.remove();
}
