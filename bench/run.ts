import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureCold, measureHeap, measureOpenings, measureWorker, type Samples } from './measure';
import { openSession, preparePlace } from './session';
import { measureSeries, measureSwitches } from './switches';
import { markdown, noteBytes, rowsOf } from './table';

const LAUNCHES = 11;
const TIMES = 9;
const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

const { status } = spawnSync('npx', ['wxt', 'build'], { stdio: 'inherit' });
if (status !== 0) throw new Error('The extension could not be built: see above.');

const samples: Samples = new Map();
const place = await preparePlace();
try {
  await measureOpenings(place, samples, LAUNCHES);
  const bench = await openSession(place);
  await measureCold(bench, samples, 0, TIMES);
  await measureCold(bench, samples, 200, TIMES);
  await measureWorker(bench, samples, TIMES);
  await measureHeap(bench, samples);
  await measureSwitches(bench, samples, TIMES);
  await measureSeries(bench, samples, TIMES);
  await bench.close();
} finally {
  await place.remove();
}
noteBytes(samples);

const rows = rowsOf(samples);
const table = markdown(rows);
console.log(table);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
writeResults(table);

/** Puts the table between its marks in RESULTS.md; what people wrote around it stays. */
function writeResults(text: string): void {
  const path = join(import.meta.dirname, 'RESULTS.md');
  const before = readFileSync(path, 'utf8');
  const from = before.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(
    path,
    `${before.slice(0, from)}\n\n${text}\n\n${before.slice(before.indexOf(END))}`,
  );
}
