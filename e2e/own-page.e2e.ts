import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figuresOn, openPopup, type Stage, settled, startStage } from './chromium';
import { pageOpenedBy } from './opened-page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

it('opens in a tab of its own, wide, for the person and agent it was opened from', async () => {
  const popup = await openPopup(stage);
  const figures = await figuresOn(popup);
  page = await pageOpenedBy(stage, popup, 'Open in a tab', '?tab=');
  await page.setViewportSize({ width: 1200, height: 800 });
  await settled(page);
  expect(await figuresOn(page)).toEqual(figures);
  expect(await page.getByRole('button', { name: 'Open in a tab' }).count()).toBe(0);
});

it('leaves no place in a line of cards unfilled, at any width', async () => {
  // The popup's cards are there at once, the further ones come with the first answer.
  await page.locator('section[data-card="topics"][data-state="ready"]').waitFor();
  await settled(page);
  const lines = () =>
    page.locator('section[data-card]').evaluateAll((all) => {
      const ends = new Map<number, number>();
      for (const card of all) {
        const { top, right } = card.getBoundingClientRect();
        ends.set(Math.round(top), Math.max(ends.get(Math.round(top)) ?? 0, Math.round(right)));
      }
      return { lines: ends.size, ends: [...new Set(ends.values())].length };
    });
  for (const [width, count] of [
    [480, 5],
    [800, 3],
    [1200, 2],
    [1440, 2],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(lines, { message: `${width} px` }).toEqual({ lines: count, ends: 1 });
  }
});

it('says on the icon whose page it is', async () => {
  const worker = await stage.session.worker();
  const title = () =>
    worker.evaluate(
      "chrome.tabs.query({ url: 'https://mentorai.iblai.app/*' }).then(([tab]) => chrome.action.getTitle({ tabId: tab.id }))",
    );
  await expect.poll(title).toBe('Lens for ibl.ai: Ada Lovelace, Acme University');
});

it('follows that page alone, whatever else is looked at', async () => {
  const other = await stage.session.context.newPage();
  await other.goto('https://os.ibl.ai/platform/acme/writing-coach?user=grace');
  await page.bringToFront();
  await stage.app.getByRole('link', { name: 'Writing Coach' }).click();
  // The figures are fresh and the name alone is worth no request: until it is asked for it is no name.
  await page.getByText('Calculus Tutor').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('Writing Coach').first().waitFor();
  await settled(page);
  expect(await page.locator('main').getAttribute('data-user')).toBe('ada');
  await other.close();
});

it('fault 63: follows it too when the browser has discarded it, and takes no other page for it', async () => {
  const other = await stage.session.context.newPage();
  await other.goto('https://os.ibl.ai/platform/acme/writing-coach?user=grace');
  await page.bringToFront();
  await page.evaluate(
    "chrome.tabs.discard(Number(new URLSearchParams(location.search).get('tab')))",
  );
  await page.getByText('Nothing is known of who is signed in').first().waitFor();
  expect(await page.locator('output[data-kpi]').count()).toBe(0);
  await page.evaluate(
    "chrome.tabs.update(Number(new URLSearchParams(location.search).get('tab')), { active: true })",
  );
  await settled(page);
  expect(await page.locator('main').getAttribute('data-user')).toBe('ada');
  await other.close();
});

it('leaves no error behind', () => {
  expect(stage.errors).toEqual([]);
});
