import type { BrowserContext, Page } from 'playwright-core';

/** How long a popup or panel may take to appear. */
const DEADLINE_MS = 10_000;

/**
 * Does what opens one of the extension's own pages, and resolves with that page once its document
 * is there. One that is open already is closed first: a browser window has one popup and one panel.
 */
export async function openPage(
  context: BrowserContext,
  url: string,
  open: () => Promise<void>,
): Promise<Page> {
  const isIt = (page: Page) => page.url().split(/[?#]/)[0] === url;
  for (const page of context.pages().filter(isIt)) await page.close();
  const opened = context.waitForEvent('page', { predicate: isIt, timeout: DEADLINE_MS });
  const [page] = await Promise.all([opened, open()]);
  await page.waitForLoadState('domcontentloaded');
  // The document is there before the window that shows it has its size.
  await page.waitForFunction(() => innerWidth > 100, undefined, { timeout: DEADLINE_MS });
  return page;
}
