import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import spanish from '../public/_locales/es/messages.json';
import { openOptions, settled } from './chromium';
import { useStage } from './stage';

const stage = useStage();

async function open(width: number): Promise<Page> {
  const page = await stage.session.context.newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.goto(stage.session.extensionUrl('sidepanel.html'));
  await settled(page);
  return page;
}

/** Elements that reach out of the page at either side, by tag and class. */
const outside = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => !element.closest('.hidden-text, .table-scroll, svg'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
      })
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );

// A panel of 360 pixels has 144 at a zoom of 250 %.
describe.each([144, 200, 280, 400, 800])('a panel of %i pixels', (width) => {
  it('opens the menu within its sides', async () => {
    const page = await open(width);
    await page.getByRole('button', { name: 'Export' }).click();
    const menu = await page.getByRole('menu').boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('holds everything within its sides, in both directions of writing', async () => {
    const page = await open(width);
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      // The charts are drawn anew for what room the scroll bar leaves.
      await expect.poll(() => outside(page), { message: direction }).toEqual([]);
    }
    await page.close();
  });
});

it('long words at great zoom keep clear of the buttons beside them', async () => {
  const page = await open(200);
  await page.locator('.age').evaluate(
    (age, words) => {
      age.textContent = words;
    },
    spanish.ui_updated.message.replace('$1', 'hace 3 minutos'),
  );
  const [age, button] = await Promise.all(
    ['.age', '.bottom .icon-button'].map((place) => page.locator(place).first().boundingBox()),
  );
  const apart =
    (age?.x ?? 0) + (age?.width ?? 0) <= (button?.x ?? 0) ||
    (age?.y ?? 0) + (age?.height ?? 0) <= (button?.y ?? 0);
  expect(apart).toBe(true);
  expect(await page.locator('.age').evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  await page.close();
});

it('a title stays on one line beside a legend that has no room', async () => {
  const page = await open(280);
  const title = page.locator('section[data-card="cohorts"] h2');
  await title.evaluate((it, words) => {
    it.textContent = words;
  }, spanish.chart_title_cohorts.message);
  expect((await title.boundingBox())?.height).toBeLessThan(24);
  await page.close();
});

it.each([
  160, 200,
])('in a panel of %i pixels long titles keep clear of the button beside them', async (width) => {
  const page = await open(width);
  const card = page.locator('section[data-card="cohorts"]');
  await card.locator('h2').evaluate((it, words) => {
    it.textContent = words;
  }, spanish.chart_title_cohorts.message);
  await expect.poll(() => outside(page)).toEqual([]);
  const [title, button] = await Promise.all(
    ['h2', 'summary'].map((place) => card.locator(place).first().boundingBox()),
  );
  expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThanOrEqual(button?.x ?? 0);
  await page.close();
});

it('the first button can be read in forced colours', async () => {
  const page = await openOptions(stage);
  await page.emulateMedia({ forcedColors: 'active' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const [ground, text, adjusted] = await save.evaluate((it) => {
    const { backgroundColor, color, forcedColorAdjust } = getComputedStyle(it);
    return [backgroundColor, color, forcedColorAdjust];
  });
  expect(adjusted).toBe('none');
  expect(ground).not.toBe(text);
  await page.close();
});
