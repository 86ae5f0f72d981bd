import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureCalls, measureNextDay, notePackage, noteRoundTrips } from './calls';
import { measureIdle } from './idle';
import {
  measureCold,
  measureEmpty,
  measureHeap,
  measureOpenings,
  measureWithoutPicture,
  type Samples,
} from './measure';
import { measurePopups } from './popup';
import { putBetween } from './results';
import { type BenchSession, openSession, preparePlace } from './session';
import { measureSeries, measureSwitches } from './switches';
import { markdown, noteBytes, rowsOf } from './table';
import { measureWorker } from './worker';

/**
 * Usage: `npm run bench -- [launches] [sections]`. A run of some sections alone (a list with commas) only
 * prints them, as they are measured again and again while something is made faster.
 */
const LAUNCHES = Number(process.argv[2] ?? 11);
const WANTED = process.argv[3]?.split(',');
const TIMES = 9;

const { status } = spawnSync('npx', ['wxt', 'build'], { stdio: 'inherit' });
if (status !== 0) throw new Error('The extension could not be built: see above.');

const samples: Samples = new Map();
const place = await preparePlace();

/** Runs a section in a browser of its own. */
const inBrowser = (measure: (bench: BenchSession) => Promise<void>) => async () => {
  const bench = await openSession(place);
  if (WANTED) await measureEmpty(bench, samples, TIMES);
  await measure(bench);
  await bench.close();
};

/** Everything that is measured, in the order of the table. */
const SECTIONS: Record<string, () => Promise<void>> = {
  openings: () => measureOpenings(place, samples, LAUNCHES),
  popups: () => measurePopups(place, samples, Math.ceil(LAUNCHES / 2)),
  series: inBrowser(async (bench) => {
    await measureHeap(bench, samples);
    await measureSeries(bench, samples, TIMES);
  }),
  cold: inBrowser(async (bench) => {
    await measureCold(bench, samples, 0, TIMES);
    await measureCold(bench, samples, 200, TIMES);
  }),
  'no-picture': inBrowser((bench) => measureWithoutPicture(bench, samples, TIMES)),
  worker: inBrowser((bench) => measureWorker(bench, samples, TIMES)),
  switches: inBrowser((bench) => measureSwitches(bench, samples, TIMES)),
  idle: inBrowser((bench) => measureIdle(bench, samples, 3)),
  calls: inBrowser((bench) => measureCalls(bench, samples)),
};

try {
  for (const [name, measure] of Object.entries(SECTIONS)) {
    if (!WANTED || WANTED.includes(name)) await measure();
  }
} finally {
  await place.remove();
}
if (!WANTED) {
  await noteRoundTrips(samples);
  await measureNextDay(samples);
  notePackage(samples);
}
noteBytes(samples);

const rows = rowsOf(samples);
const table = markdown(rows);
console.log(table);
if (!WANTED) {
  writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
  putBetween('measured', table);
}
