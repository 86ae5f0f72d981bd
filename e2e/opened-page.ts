import type { Page } from 'playwright-core';
import type { Stage } from './chromium';

/**
 * Clicks a button in the real popup and returns the page that it opens, found by a part of its address.
 * The popup closes when that page takes the focus, often before the click is answered. A page that
 * an earlier try left open is closed first, as it would be shown again without an event.
 */
export async function pageOpenedBy(
  { session }: Stage,
  popup: Page,
  button: string,
  part: string,
): Promise<Page> {
  const isIt = (page: Page) => page.url().includes(part);
  for (const left of session.context.pages().filter(isIt)) await left.close();
  const [page] = await Promise.all([
    session.context.waitForEvent('page', isIt),
    popup
      .getByRole('button', { name: button })
      .click()
      .catch((error: unknown) => {
        if (!popup.isClosed()) throw error;
      }),
  ]);
  return page;
}
