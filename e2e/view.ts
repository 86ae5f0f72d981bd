import type { Page } from 'playwright-core';

/** Chooses a range by the name of its button, and waits for its figures. */
export async function chooseRange(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Range' }).getByText(name, { exact: true }).click();
  await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
}
