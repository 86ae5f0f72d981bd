import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, openPopup, settled } from './chromium';
import { useStage } from './stage';

const stage = useStage();

const PAGES = [
  ['popup.html', 400, 3],
  // The panel has the conversations too.
  ['sidepanel.html', 320, 4],
] as const;

/** A page of ours in a tab, its charts drawn, with the table of the cost open. */
async function open(file: string, width: number): Promise<Page> {
  const page = await stage.session.context.newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(stage.session.extensionUrl(file));
  await settled(page);
  await drawn(page);
  await page.locator('section[data-card="cost"]').getByText('Show as table').click();
  await page.locator('section[data-card="cost"] table').waitFor();
  return page;
}

/** Lays a page out as for paper, as the browser does between the two events. */
async function onPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: 720, height: 1000 });
  await drawn(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
}

describe.each(PAGES)('%s on paper', (file, width, charts) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(file, width);
    await onPaper(page);
  });
  afterAll(() => page.close());

  it('says who, which range, what changed, and every figure', async () => {
    for (const place of ['.who h1', '.period', '.figures']) {
      await page.locator(place).first().waitFor();
    }
    // On a day on which nothing has changed by a tenth, nothing is said of it.
    const sentence = page.locator('.headline strong');
    if ((await sentence.textContent()) !== '') await sentence.waitFor();
    await page.getByText('Ada Lovelace', { exact: true }).waitFor();
  });

  it('has no buttons and no other controls', async () => {
    for (const shown of ['button', 'input', 'summary', '.bottom', '.controls']) {
      expect(await page.locator(`${shown}:visible`).count(), shown).toBe(0);
    }
  });

  it('draws all its charts as wide as the paper, and only the open table', async () => {
    expect(await page.locator('.paper > svg:visible').count()).toBe(charts);
    expect(await page.locator('canvas:visible').count()).toBe(0);
    const picture = await page.locator('.paper > svg').first().boundingBox();
    expect(picture?.width).toBeGreaterThan(600);
    expect(await page.locator('table:visible').count()).toBe(1);
    const scroll = page.locator('.table-scroll');
    expect(await scroll.evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0);
  });

  it('is dark on white, even where the screen is dark', async () => {
    const colours = await page.evaluate(() => {
      const of = (place: string, name: 'color' | 'backgroundColor' | 'fill') => {
        const element = document.querySelector(place);
        return element && getComputedStyle(element)[name];
      };
      return [of('html', 'backgroundColor'), of('.who h1', 'color'), of('.sketch .bar', 'fill')];
    });
    expect(colours.slice(0, 2)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(await page.locator('.card').first().isVisible()).toBe(true);
  });

  it('becomes pages', async () => {
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(3);
  });
});

it('is asked for in the menu', async () => {
  const popup = await openPopup(stage);
  await popup.evaluate('window.print = () => { window.__printed = true }');
  await popup.getByRole('button', { name: 'Export' }).click();
  await popup.getByRole('menuitem', { name: 'Print' }).click();
  await popup.waitForFunction(() => '__printed' in window);
});
