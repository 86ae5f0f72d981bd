import type { Page } from 'playwright-core';
import { emptied, note, openTabs, type Samples } from './measure';
import { type BenchSession, fillCache } from './session';

const DAY_MS = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** How long a person looks at figures at least. */
const LOOK_MS = 1200;

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

/**
 * Switches of range and of account in the real panel, both sides cached, and of account with nothing cached
 * but what the deployment offers: from the click, or the page's own change of account, until the charts are
 * painted. Both pages' clocks are the computer's.
 */
export async function measureSwitches(bench: BenchSession, samples: Samples, times: number) {
  const { app } = await openTabs(bench);
  await app.bringToFront();
  const panel = await bench.session.openPanel();
  await painted(panel, 'ada', '30 d');
  const switchedTo = async (user: string) => {
    // Nobody switches in the very second of another switch, in which a page is believed later.
    await app.waitForTimeout(LOOK_MS);
    const changed = began(app, 'change');
    const shown = painted(panel, user, '30 d');
    await app.getByLabel('Account').selectOption(user);
    return (await shown) - (await changed);
  };
  for (let n = -1; n < times; n += 1) {
    for (const range of ['7 d', '30 d']) {
      const clicked = began(panel, 'click');
      const shown = painted(panel, 'ada', range);
      await panel.getByRole('group', { name: 'Range' }).getByText(range, { exact: true }).click();
      const ms = (await shown) - (await clicked);
      if (n >= 0) note(samples, 'range switch to new charts', ms);
    }
    for (const user of ['grace', 'ada']) {
      const ms = await switchedTo(user);
      if (n >= 0) note(samples, 'account switch to new charts', ms);
    }
  }
  for (let n = 0; n < times; n += 1) {
    await panel.evaluate(emptied("[...db.objectStoreNames].filter((name) => name !== 'served')"));
    const ms = await switchedTo(n % 2 === 0 ? 'grace' : 'ada');
    note(samples, 'account switch, nothing cached, API 0 ms', ms);
  }
  await panel.close();
}

/** When the next event of a kind happens in a page (epoch ms). */
const began = (page: Page, kind: string): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    const hear = ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp);
    addEventListener('${kind}', hear, { capture: true, once: true });
  })`);

/** When somebody's charts of a range have been painted (epoch ms). */
const painted = (panel: Page, user: string, range: string): Promise<number> =>
  panel.evaluate<number>(`new Promise((resolve) => {
    const holds = () =>
      document.querySelector('main[data-user="${user}"][data-state="ready"]:not([aria-busy="true"])') &&
      document.querySelector('[aria-label="Range"] [aria-pressed="true"]')?.textContent === '${range}' &&
      document.querySelectorAll('.plot > .sketch, .plot[data-drawn="chart"]').length >= 3;
    const look = () => {
      if (!holds()) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(0);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  })`);
