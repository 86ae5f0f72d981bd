import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOptions, openPopup, type Stage, startStage } from './chromium';
import { NOW_MS } from './expected';
import { forget } from './forget';

const DAY_MS = 86_400_000;
const LIMIT_MS = 200;
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The view that a person has who typed a range of so many days into the form, by the hour. */
async function chooseHours(days: number): Promise<void> {
  const to = NOW_MS - DAY_MS;
  const range = { kind: 'custom', from: day(to - (days - 1) * DAY_MS), to: day(to) };
  const value = { range: { ...range, aggregation: 'hourly' }, compare: true, scopeByOrg: {} };
  const options = await openOptions(stage);
  await options.evaluate(
    `chrome.storage.local.set(${JSON.stringify({ view: { version: 1, value } })})`,
  );
  await options.close();
}

/** The longest tasks of a page so far, in ms; nothing below 50 ms is told of. */
const LONG_TASKS = `new Promise((resolve) => {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
  }).observe({ type: 'longtask', buffered: true });
  setTimeout(() => resolve(tasks.sort((a, b) => b - a)), 100);
})`;

async function longestOf(popup: Page): Promise<number> {
  const [longest = 0] = await popup.evaluate<number[]>(LONG_TASKS);
  return longest;
}

/** The popup, its three charts on their canvases. */
async function openDrawn(): Promise<Page> {
  const popup = await openPopup(stage);
  await popup.locator('.plot[data-drawn="chart"]').nth(2).waitFor();
  return popup;
}

it.each([
  ['8,760', 365],
  // Ten years, the longest range that can be asked for.
  ['87,840', 3660],
])(
  'fault 38: a series of %s points causes no task above 200 ms',
  async (_points, days) => {
    await chooseHours(days);
    const [cold, cached, withTable] = [[0], [0], [0]];
    // A busy machine makes a task longer, never shorter: the better of two openings counts.
    for (const round of [0, 1]) {
      await forget(stage);
      cold[round] = await longestOf(await openDrawn());
      const popup = await openDrawn();
      cached[round] = await longestOf(popup);
      await popup.getByText('Show as table').first().click();
      // As many rows as come by themselves.
      await popup.locator('section[data-card="cohorts"] tbody tr').nth(1999).waitFor();
      withTable[round] = await longestOf(popup);
    }
    const best = [cold, cached, withTable].map((times) => Math.min(...times));
    console.info(`longest task, ms: ${best[0]} cold, ${best[1]} cached, ${best[2]} with table`);
    expect(Math.max(...best)).toBeLessThanOrEqual(LIMIT_MS);
  },
  90_000,
);
