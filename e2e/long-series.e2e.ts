import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { visitsOf } from '../demo/data/visits';
import { drawn, openOptions, openPopup } from './chromium';
import { NOW_MS } from './expected';
import { forget } from './forget';
import { useStage } from './stage';

const DAY_MS = 86_400_000;
/** The longest task may take as long as parsing 87,840 rows so often: 200 ms on a computer that needs 5 ms for it. */
const MOST_TURNS = 40;
const stage = useStage();

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

/** The time in which a page parses 87,840 rows of an answer, in ms: the best of some turns. */
const PARSE_MS = `(() => {
  const row = { date: '2026-11-25T00:00:00Z', new_users: 12, veteran_users: 345 };
  const text = JSON.stringify(Array.from({ length: 87_840 }, () => row));
  const turns = Array.from({ length: 5 }, () => {
    const beganMs = performance.now();
    JSON.parse(text);
    return performance.now() - beganMs;
  });
  return Math.min(...turns);
})()`;

async function longestOf(popup: Page): Promise<number> {
  const [longest = 0] = await popup.evaluate<number[]>(LONG_TASKS);
  return longest;
}

const ROUNDS = 4;
const longest = (best: Record<string, number>) => Math.max(...Object.values(best));

/** The popup, its three charts on their canvases. */
async function openDrawn(): Promise<Page> {
  const popup = await openPopup(stage);
  await drawn(popup);
  return popup;
}

it.each([
  ['8,760', 365],
  // Ten years, the longest range that can be asked for.
  ['87,840', 3660],
])(
  'fault 38: a series of %s points causes no task of more than 200 ms on a usual computer',
  async (_points, days) => {
    // So much is asked for that a busy demo would answer too late: it counts its visits before.
    visitsOf('acme', 0, NOW_MS, NOW_MS);
    stage.session.context.setDefaultTimeout(90_000);
    await chooseHours(days);
    const best = {
      cold: Number.POSITIVE_INFINITY,
      cached: Number.POSITIVE_INFINITY,
      withTable: Number.POSITIVE_INFINITY,
    };
    const keep = async (name: keyof typeof best, popup: Page) => {
      best[name] = Math.min(best[name], await longestOf(popup));
    };
    // A busy machine makes a task longer, never shorter: the best of some openings counts.
    let mostMs = 0;
    for (let round = 0; round < ROUNDS && longest(best) > mostMs; round += 1) {
      await forget(stage);
      await keep('cold', await openDrawn());
      const popup = await openDrawn();
      await keep('cached', popup);
      await popup.getByText('Show as table').first().click();
      // As many rows as come by themselves.
      await popup.locator('section[data-card="cohorts"] tbody tr').nth(1999).waitFor();
      await keep('withTable', popup);
      mostMs = Math.max(mostMs, MOST_TURNS * (await popup.evaluate<number>(PARSE_MS)));
    }
    console.info(`longest task, ms: ${JSON.stringify(best)}, of ${Math.round(mostMs)}`);
    expect(longest(best)).toBeLessThanOrEqual(mostMs);
  },
  300_000,
);
