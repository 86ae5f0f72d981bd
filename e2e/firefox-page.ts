import type { Page } from 'puppeteer-core';
import { SETTINGS } from './chromium';

/** Replaces the text of a field, found by its label. */
export async function fill(page: Page, label: string, value: string): Promise<void> {
  const field = await page.waitForSelector(`aria/${label}[role="textbox"]`);
  await field?.click({ count: 3 });
  await field?.type(value);
}

/** Clicks a button, found by its name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.locator(`aria/${name}[role="button"]`).click();

/** Waits until the options page says something in its status. */
export const said = (options: Page, text: string) =>
  options.waitForFunction(
    (words: string) => document.querySelector('[role=status]')?.textContent?.includes(words),
    {},
    text,
  );

/** Fills in the options page and saves it. */
export async function configure(options: Page): Promise<void> {
  for (const [label, value] of Object.entries(SETTINGS)) {
    if (label !== 'API key') await fill(options, label, value);
  }
  const key = await options.waitForSelector('input[type="password"]');
  await key?.type(SETTINGS['API key']);
  await press(options, 'Save');
  await said(options, 'Saved');
}

/** The dashboard with all its figures, and nothing on its way. */
export const SETTLED = 'main[data-state="ready"][aria-busy="false"]';
