import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../public/_locales/en/messages.json';
import spanish from '../public/_locales/es/messages.json';
import { SETTINGS, type Stage, settled, startStage } from './chromium';

/** Amounts of every length: a cost and a count that large are what an answer may hold. */
const AMOUNTS = [0.00042, 12.34, 9_999.99, 12_345.67, 293_317_552.47];
const WIDTHS = [280, 340, 400, 560, 800];

/** Fills in the options page by the labels of its language. */
async function configureIn(locale: string, { session }: Stage): Promise<void> {
  const words = locale === 'es' ? spanish : english;
  const fields = [
    [words.options_api_key, SETTINGS['API key']],
    [words.options_organization, SETTINGS.Organization],
    [words.options_base_url, SETTINGS['API base URL']],
    [words.options_key_owner, SETTINGS['Key owner']],
  ] as const;
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html'));
  for (const [{ message }, value = ''] of fields) {
    await page.getByLabel(message, { exact: true }).fill(value);
  }
  await page.getByRole('button', { name: words.options_save.message, exact: true }).click();
  await page.getByRole('status').getByText(words.options_saved.message).waitFor();
  await page.close();
}

/** Pairs of headline figures whose texts lie on each other, and those that reach out of the page. */
const collisions = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('output[data-kpi]')].flatMap((output) => {
      const text = document.createRange();
      text.selectNodeContents(output);
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const name = output.getAttribute('data-kpi') ?? '';
      return right > left ? [{ name, left, right, top, bottom }] : [];
    });
    const found = boxes
      .filter(({ left, right }) => left < -1 || right > document.documentElement.clientWidth + 1)
      .map(({ name }) => `${name} is cut off`);
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const isBeside = one.right <= other.left + 1 || other.right <= one.left + 1;
        const isBelow = one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
        if (!isBeside && !isBelow) found.push(`${one.name} lies on ${other.name}`);
      }
    }
    return { found, isWhole: boxes.length >= 4 };
  });

describe.each(['en-US', 'en-IN', 'es'])('in %s', (locale) => {
  let stage: Stage;
  beforeAll(async () => {
    process.env.LANGUAGE = locale;
    stage = await startStage({ configured: false, args: [`--lang=${locale}`] });
    await configureIn(locale, stage);
  });
  afterAll(async () => {
    delete process.env.LANGUAGE;
    await stage.close();
  });

  it.each(AMOUNTS)('no headline figure lies on another with $%d, at any width', async (amount) => {
    stage.demo.control.reset();
    stage.demo.control.add({ match: 'user-cost', body: { total_cost: amount } });
    const page = await stage.session.context.newPage();
    await page.setViewportSize({ width: 400, height: 900 });
    await page.goto(stage.session.extensionUrl('sidepanel.html'));
    await settled(page);
    await page.locator('.refresh').click();
    await page.locator(`output[data-kpi="cost"][data-value="${amount}"]`).waitFor();
    await settled(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => collisions(page), { message: `${width} px` })
        .toEqual({ found: [], isWhole: true });
    }
    await page.close();
  });
});
