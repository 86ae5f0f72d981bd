import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPopup, type Stage, settled, startStage } from './chromium';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ configured: false });
});
afterAll(() => stage.close());

/** What axe finds on a page, as lines; through the debugger, as our own policy lets no script in. */
async function findings(page: Page): Promise<string[]> {
  const cdp = await stage.session.context.newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: AXE });
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | '))))`,
    awaitPromise: true,
  });
  await cdp.detach();
  return JSON.parse(String(result.value));
}

async function inBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
}

/** A page of ours in a tab, over the app's: the same views as popup and panel, at a size of choice. */
async function open(file: string, width: number): Promise<Page> {
  const page = await stage.session.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(stage.session.extensionUrl(file));
  return page;
}

describe('axe finds nothing', () => {
  it('on the first-run page', async () => {
    const popup = await openPopup(stage, 'setup');
    await inBothThemes(popup);
    await popup.getByRole('button', { name: 'Try with sample data' }).click();
    await settled(popup);
  });

  it('on popup and panel with figures, charts and tables', async () => {
    for (const [file, width] of [
      ['popup.html', 400],
      ['sidepanel.html', 280],
      ['sidepanel.html', 800],
    ] as const) {
      const page = await open(file, width);
      await page.locator('.plot[data-drawn="chart"]').nth(2).waitFor();
      for (const summary of await page.getByText('Show as table').all()) await summary.click();
      await inBothThemes(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), file).toBe(
        true,
      );
      await page.close();
    }
  });

  it('on the form for a custom range and the menu', async () => {
    const page = await open('popup.html', 400);
    await settled(page);
    await page.getByRole('button', { name: 'Custom', exact: true }).click();
    await page.getByLabel('From', { exact: true }).waitFor();
    await inBothThemes(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor();
    await inBothThemes(page);
    await page.close();
  });

  it('on the options page, with errors beside its fields', async () => {
    const page = await open('options.html', 700);
    await page.getByLabel('API key', { exact: true }).waitFor();
    await inBothThemes(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await inBothThemes(page);
    await page.close();
  });

  it('where there is nobody to show', async () => {
    const page = await open('popup.html', 400);
    await page.getByRole('button', { name: 'Leave sample data' }).click();
    await page.locator('main[data-state="setup"]').waitFor();
    await inBothThemes(page);
    await page.close();
  });
});

describe('the keyboard alone', () => {
  it('walks through a chart and says each value', async () => {
    const page = await open('popup.html', 400);
    await page.getByRole('button', { name: 'Try with sample data' }).click();
    await settled(page);
    const canvas = page.locator('section[data-card="feedback"] canvas');
    await canvas.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => page.locator('section[data-card="feedback"] [aria-live="polite"]').textContent())
      .toMatch(/Feedback/);
    await page.close();
  });
});
