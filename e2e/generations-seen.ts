import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectedGen2 } from '../demo/expected/gen2';
import type { Generation } from '../demo/server/control';
import { periodOf } from '../utils/figures/time/period';
import type { Range } from '../utils/figures/time/range';
import { apiRequests, figuresOn, fillIn, openOptions, SETTINGS, type Stage } from './chromium';
import { expectedOf, expectFigures, NOW_MS } from './expected';

const range: Range = { kind: '30d' };

/** The figures of the second generation, counted from the demo’s visits. */
export const secondOf = (over: Range, mentorId?: string) => {
  const { startMs, endMs } = periodOf(over, NOW_MS);
  const whose = { orgKey: 'acme', userName: 'ada', ...(mentorId ? { mentorId } : {}) };
  return expectedGen2({ ...whose, startMs, endMs, nowMs: NOW_MS });
};

/** The text that is shown instead of a figure, or null if the figure itself is shown. */
export async function figure(page: Page, name: string): Promise<number | null> {
  const output = page.locator(`output[data-kpi="${name}"]`);
  if ((await output.count()) === 0) return null;
  return Number(await output.getAttribute('data-value'));
}

/** The section of a card. */
export const card = (page: Page, name: string) => page.locator(`section[data-card="${name}"]`);

const paths = (stage: Stage, from: number, part: RegExp) =>
  apiRequests(stage, from)
    .map(({ path }) => path)
    .filter((path) => part.test(path));

/** Expects a first opening to show the figures that a deployment serves, and to name those that are missing. */
export async function expectOpening(
  stage: Stage,
  popup: Page,
  { generation, before }: { generation: Generation; before: number },
): Promise<void> {
  const hasFirst = generation === '1' || generation === 'both';
  const seen = await figuresOn(popup);
  const wanted = expectedOf('ada', range);
  const { cost, activeUsers, ratingByDay } = secondOf(range);
  if (hasFirst) {
    expectFigures(seen, wanted);
  } else {
    expect([seen['new-users'], seen['veteran-users'], seen.feedback]).toEqual([null, null, null]);
  }
  if (generation === '2') {
    // The current day is left out, because it is not over.
    const rated = ratingByDay.slice(0, -1).filter((rating) => rating !== null);
    const average = rated.reduce((sum, rating) => sum + rating, 0) / rated.length;
    expect(seen.cost).toBeCloseTo(cost, 6);
    expect(await figure(popup, 'active-users')).toBe(activeUsers);
    expect(await figure(popup, 'registered-users')).toBeGreaterThan(activeUsers);
    expect(await figure(popup, 'average-rating')).toBeCloseTo(average, 6);
    // The range, and the one before, both days by days; and once what nobody knows yet to be missing.
    const [lacking, ...others] = paths(stage, before, /user-cost|financial/).toSorted();
    expect(lacking).toMatch(/user-cost/);
    expect(others).toEqual(Array(2).fill('/api/analytics/financial/'));
    await card(popup, 'active-users').getByText("doesn't tell new users from veteran").waitFor();
    await card(popup, 'ratings').getByText('not offered by this deployment').waitFor();
  } else {
    expect(await figure(popup, 'active-users')).toBeNull();
  }
  if (generation === 'neither') {
    expect(seen.cost).toBeNull();
    for (const name of ['cohorts', 'cost', 'feedback']) {
      const said = card(popup, name).getByText("doesn't offer this figure");
      await said.filter({ visible: true }).waitFor();
    }
    expect(await popup.getByRole('alert').getByRole('button').count()).toBe(1);
  }
}

/** Saves Ada's settings on the options page. */
export async function save(stage: Stage): Promise<void> {
  const options = await openOptions(stage);
  await fillIn(options, { ...SETTINGS });
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByRole('status').getByText('Saved').waitFor();
  await options.close();
}
