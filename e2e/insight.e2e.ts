import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MENTORS } from '../demo/data/organizations';
import { expectedFigures } from '../demo/expected/gen1';
import { monthOf } from '../utils/figures/time/months';
import type { Range } from '../utils/figures/time/range';
import { drawn, figuresOn, fillIn, openPopup, openPopupTab, settled } from './chromium';
import { expectedOf, expectFigures, NOW_MS } from './expected';
import { useStage } from './stage';
import { chooseRange } from './view';

const stage = useStage();

const card = (page: Page, name: string) => page.locator(`section[data-card="${name}"]`);
const custom = (page: Page) => page.getByRole('button', { name: 'Custom', exact: true }).click();

describe('comparing', () => {
  it('draws the range before on demand, names it, and is remembered', async () => {
    const popup = await openPopup(stage);
    const cohorts = card(popup, 'cohorts');
    expect(await cohorts.locator('.legend').textContent()).not.toContain('Before');
    await popup.getByLabel('Compare').check();
    await cohorts.locator('.legend').getByText('Before').waitFor();
    // The cost's comes last, and draws the others anew: a tip that was open before is gone then.
    for (const name of ['cost', 'feedback']) {
      await card(popup, name).locator('.legend').getByText('Before').waitFor();
    }
    await drawn(popup);
    await cohorts.locator('canvas').focus();
    await cohorts.locator('canvas').press('End');
    await cohorts.locator('.tip [data-tone="preceding"]').waitFor();
    const panel = await stage.session.openPanel();
    await settled(panel);
    await expect.poll(() => panel.getByLabel('Compare').isChecked()).toBe(true);
    await panel.getByLabel('Compare').uncheck();
    await panel.close();
  });

  it('draws nothing behind a week of which more or fewer days were counted before', async () => {
    const popup = await openPopup(stage);
    await chooseRange(popup, '90 d');
    await settled(popup);
    await popup.getByLabel('Compare').check();
    const chart = card(popup, 'feedback').locator('canvas');
    const before = card(popup, 'feedback').locator('.tip [data-tone="preceding"] b');
    await chart.focus();
    for (const [key, text] of [
      ['Home', /^no comparison$/],
      ['ArrowRight', /^\d+$/],
      ['End', /^no comparison$/],
    ] as const) {
      await chart.press(key);
      await before.filter({ hasText: text }).waitFor();
    }
    await popup.getByLabel('Compare').uncheck();
    await chooseRange(popup, '30 d');
    await settled(popup);
  });

  it('says in one sentence what changed most, with numbers that are those of the figures', async () => {
    const popup = await openPopup(stage);
    await chooseRange(popup, '24 h');
    await settled(popup);
    const sentence = (await popup.locator('.headline strong').textContent()) ?? '';
    const figures = await popup
      .locator('.figures .change')
      .evaluateAll((all) => all.map((it) => it.querySelector('b')?.textContent ?? ''));
    const titles = await popup
      .locator('.figure')
      .evaluateAll((all) => all.map((it) => it.getAttribute('title') ?? ''));
    const [, name, direction, percent] =
      sentence.match(/^(New users|Veteran users|Cost|Feedback|Conversations) (up|down) (\d+%)/) ??
      [];
    if (sentence === '') {
      // Silent only where nothing changed by a tenth, of what was more than a handful or a dollar before.
      for (const [index, change] of figures.entries()) {
        const [, sign = '', before = '0'] = titles[index]?.match(/, before: (\$?)([\d.,]+)/) ?? [];
        if (Number(before.replaceAll(',', '')) < (sign === '$' ? 1 : 5)) continue;
        expect(Math.abs(Number.parseInt(change.replace(/[^\d-]/g, '') || '0', 10))).toBeLessThan(
          10,
        );
      }
    } else {
      expect(name).toBeDefined();
      expect(figures).toContain(`${direction === 'up' ? '+' : '-'}${percent}`);
    }
    await chooseRange(popup, '30 d');
    await settled(popup);
  });
});

describe('ranges', () => {
  it.each([
    ['This month', { kind: 'this-month' }],
    ['Last month', { kind: 'last-month' }],
  ] as const)('%s shows its figures', async (name, range) => {
    const popup = await openPopup(stage);
    await custom(popup);
    await popup.getByRole('button', { name }).click();
    await popup.getByLabel('From', { exact: true }).waitFor({ state: 'detached' });
    await settled(popup);
    expectFigures(await figuresOn(popup), expectedOf('ada', range));
  });

  it('can be told how finely to count, and popup and panel show the same', async () => {
    const popup = await openPopup(stage);
    const day = (ago: number) => new Date(NOW_MS - ago * 86_400_000).toISOString().slice(0, 10);
    const range: Range = { kind: 'custom', from: day(40), to: day(20), aggregation: 'weekly' };
    await custom(popup);
    await fillIn(popup, { From: range.from, To: range.to });
    await popup.getByLabel('Drawn', { exact: true }).selectOption('weekly');
    await popup.getByRole('button', { name: 'Show', exact: true }).click();
    await popup.getByLabel('From', { exact: true }).waitFor({ state: 'detached' });
    await settled(popup);
    const figures = await figuresOn(popup);
    expect(figures['new-users']).toBe(expectedOf('ada', range).newUsers);
    await popup.locator('output[data-kpi="veteran-users"]').getByText('/week').waitFor();
    const panel = await stage.session.openPanel();
    await settled(panel);
    expect(await figuresOn(panel)).toEqual(figures);
    await chooseRange(panel, '30 d');
    await settled(panel);
    await panel.close();
  });
});

describe('the cost of the mentor in front', () => {
  it('is two clicks away: the icon, and “This agent”', async () => {
    const popup = await openPopup(stage);
    await popup.getByRole('button', { name: 'This agent' }).click();
    await settled(popup);
    const cost = card(popup, 'cost');
    await cost.getByText('This agent cost the whole organization $').waitFor();
    expect(await card(popup, 'cohorts').textContent()).toContain(MENTORS[0]?.name);
    await popup.getByRole('button', { name: 'All agents' }).click();
    await settled(popup);
  });
});

it('moves nothing where people want no motion', async () => {
  const page = await openPopupTab(stage);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || Number.parseFloat(transitionDuration) > 0;
      }).length,
  );
  expect(moving).toBe(0);
  await page.close();
});

it('the month’s figures are those of its days (UTC) up to now', () => {
  const { startMs } = monthOf(NOW_MS);
  const whole = expectedFigures({
    orgKey: 'acme',
    userName: 'ada',
    mentorId: null,
    startMs,
    endMs: NOW_MS,
    nowMs: NOW_MS,
    aggregation: 'daily',
  });
  expect(expectedOf('ada', { kind: 'this-month' }).newUsers).toBe(whole.newUsers);
  expect(stage.errors).toEqual([]);
});
