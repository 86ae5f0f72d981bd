import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureCalls, measureNextDay, notePackage } from './calls';
import {
  measureCold,
  measureHeap,
  measureOpenings,
  measureWithoutPicture,
  type Samples,
} from './measure';
import { measurePopups } from './popup';
import { putBetween } from './results';
import { openSession, preparePlace } from './session';
import { measureSeries, measureSwitches } from './switches';
import { markdown, noteBytes, rowsOf } from './table';
import { measureWorker } from './worker';

const LAUNCHES = Number(process.argv[2] ?? 11);
const TIMES = 9;

const { status } = spawnSync('npx', ['wxt', 'build'], { stdio: 'inherit' });
if (status !== 0) throw new Error('The extension could not be built: see above.');

const samples: Samples = new Map();
const place = await preparePlace();
try {
  await measureOpenings(place, samples, LAUNCHES);
  await measurePopups(place, samples, Math.ceil(LAUNCHES / 2));
  const fresh = await openSession(place);
  await measureHeap(fresh, samples);
  await measureSeries(fresh, samples, TIMES);
  await fresh.close();
  const bench = await openSession(place);
  await measureCold(bench, samples, 0, TIMES);
  await measureCold(bench, samples, 200, TIMES);
  await measureWithoutPicture(bench, samples, TIMES);
  await measureWorker(bench, samples, TIMES);
  await measureSwitches(bench, samples, TIMES);
  await measureCalls(bench, samples);
  await bench.close();
} finally {
  await place.remove();
}
await measureNextDay(samples);
noteBytes(samples);
notePackage(samples);

const rows = rowsOf(samples);
const table = markdown(rows);
console.log(table);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
putBetween('measured', table);
