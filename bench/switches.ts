import { note, openTabs, type Samples } from './measure';
import { type BenchSession, fillCache } from './session';

const DAY_MS = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Series of these lengths: days and hours of a custom range, up to the longest there can be. */
const SERIES = [
  { points: 30, days: 30, aggregation: 'daily' },
  { points: 365, days: 365, aggregation: 'daily' },
  { points: 8760, days: 365, aggregation: 'hourly' },
  { points: 87_840, days: 3660, aggregation: 'hourly' },
] as const;

/** Openings from the cache over series of 30 to 87,840 points. */
export async function measureSeries(bench: BenchSession, samples: Samples, times: number) {
  const { page, open } = await openTabs(bench);
  for (const { points, days, aggregation } of SERIES) {
    const to = Date.now() - DAY_MS;
    const range = { kind: 'custom', from: day(to - (days - 1) * DAY_MS), to: day(to), aggregation };
    await page.goto(bench.lens('options.html'));
    await page.evaluate(setView(range));
    await fillCache(bench);
    for (let opening = 0; opening < times; opening += 1) {
      const empty = await open(bench.empty('popup.html'), 'empty');
      note(samples, 'empty popup, beside the series', empty.empty);
      const paints = await open(bench.lens('popup.html'), 'interactive');
      note(samples, `series of ${points} points, first tip`, paints.interactive);
      note(samples, `series of ${points} points, longest task`, paints.longestTaskMs);
    }
  }
  await page.evaluate(setView({ kind: '30d' }));
  await page.close();
}

const setView = (range: object) =>
  `chrome.storage.local.set({ view: { version: 1, value: { range: ${JSON.stringify(range)}, compare: false, scopeByOrg: {} } } })`;

/** Switches of range and of account in the real panel, both sides cached: until the charts are drawn. */
export async function measureSwitches(bench: BenchSession, samples: Samples, times: number) {
  const { app } = await openTabs(bench);
  await app.bringToFront();
  const panel = await bench.session.openPanel();
  // A function, as our own policy forbids text as code even to a test.
  const drawn = (user: string) =>
    panel.waitForFunction(
      (name) =>
        document.querySelector(
          `main[data-user="${name}"][data-state="ready"]:not([aria-busy="true"])`,
        ) && document.querySelectorAll('.plot > .sketch, .plot[data-drawn="chart"]').length >= 3,
      user,
      { polling: 'raf' },
    );
  const pressed = (range: string) =>
    panel.getByRole('button', { name: range, exact: true, pressed: true }).waitFor();
  await drawn('ada');
  for (let n = -1; n < times; n += 1) {
    for (const name of ['7 d', '30 d']) {
      const startMs = Date.now();
      await panel.getByRole('group', { name: 'Range' }).getByText(name, { exact: true }).click();
      await pressed(name);
      await drawn('ada');
      if (n >= 0) note(samples, 'range switch to new charts', Date.now() - startMs);
    }
    for (const user of ['grace', 'ada']) {
      const startMs = Date.now();
      await app.getByLabel('Account').selectOption(user);
      await drawn(user);
      if (n >= 0) note(samples, 'account switch to new charts', Date.now() - startMs);
    }
  }
  await panel.close();
}
