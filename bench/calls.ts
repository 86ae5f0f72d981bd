import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoDeps } from '../demo/fakes/demo-dependencies';
import { roundTrips } from '../demo/fakes/round-trips';
import { query } from '../demo/fakes/worker-dependencies';
import { outputDir, outputText } from '../e2e/output';
import { note, openTabs, type Samples } from './measure';
import type { BenchSession } from './session';

const DAY_MS = 86_400_000;
const QUIET_MS = 5000;
const API = /^base\.manager\./;

/** Counts the requests of a second opening, and those while no page is open. */
export async function measureCalls(bench: BenchSession, samples: Samples): Promise<void> {
  const { session, demo } = bench;
  const apiCalls = (from: number) => demo.requests.slice(from).filter(({ host }) => API.test(host));
  const { app, page, open } = await openTabs(bench);
  await open(bench.lens('popup.html'), 'interactive');
  const second = demo.requests.length;
  await open(bench.lens('popup.html'), 'interactive');
  note(samples, 'calls for a second opening within five minutes', apiCalls(second).length);
  const alarms = await page.evaluate('chrome.alarms.getAll().then((all) => all.length)');
  note(samples, 'timers, nothing turned on: what is too old goes once a day', Number(alarms));
  await page.close();

  const closed = demo.requests.length;
  await app.reload();
  await app.goto('https://mentorai.iblai.app/platform/acme/writing-coach?user=ada');
  await app.waitForTimeout(QUIET_MS);
  note(samples, 'calls with our pages closed, two pages visited', apiCalls(closed).length);
  const { content_scripts: scripts = [] } = JSON.parse(outputText('chrome', 'manifest.json'));
  note(samples, 'scripts in pages', scripts.length);
  await app.close();
  await session.context.newPage();
}

/** The calls of the second day, 30 days in view, on a simulated clock, for each kind of deployment. */
export async function measureNextDay(samples: Samples): Promise<void> {
  for (const [generation, row] of [
    ['1', 'calls on the next day'],
    ['2', 'calls on the next day, second generation'],
    ['both', 'calls on the next day, both generations'],
  ] as const) {
    // Bars of 30 days are three days long: where one ends, two more are asked.
    for (let day = 0; day < 3; day += 1) {
      const fakes = await demoDeps(generation);
      const ask = () => fakes.worker()({ ...query, keyOwner: 'ada', range: { kind: '30d' } });
      fakes.state.nowMs += day * DAY_MS;
      await ask();
      fakes.state.nowMs += DAY_MS;
      const before = fakes.requests.length;
      await ask();
      note(samples, row, fakes.requests.length - before);
      await fakes.demo.close();
    }
  }
}

/** The round trips of a reading of 30 days with nothing cached; see `round-trips.test.ts`. */
export async function noteRoundTrips(samples: Samples): Promise<void> {
  const known = await roundTrips({ generation: '1', isKnown: true });
  note(samples, 'round trips, deployment known: headline figures', known.figures);
  note(samples, 'round trips, deployment known: all bars', known.bars);
  const first = await roundTrips({ generation: '1', isKnown: false });
  note(
    samples,
    'round trips, deployment unknown, first generation: headline figures',
    first.figures,
  );
  const second = await roundTrips({ generation: '2', isKnown: false });
  note(
    samples,
    'round trips, deployment unknown, second generation: headline figures',
    second.figures,
  );
}

/** Measures the size of the package that is uploaded to a store. */
export function notePackage(samples: Samples): void {
  execFileSync('npx', ['wxt', 'zip'], { stdio: 'ignore' });
  const folder = join(outputDir('chrome'), '..');
  const [name] = readdirSync(folder).filter((file) => file.endsWith('-chrome.zip'));
  if (name) note(samples, 'package, zipped', statSync(join(folder, name)).size / 1000);
}
