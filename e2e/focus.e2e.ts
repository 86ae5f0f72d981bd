import { expect, it } from 'vitest';
import { openOptions, openPopup } from './chromium';
import { useStage } from './stage';

const stage = useStage();

it('a card that was moved up by keyboard keeps the focus, and the menu its keys', async () => {
  const popup = await openPopup(stage);
  await popup.getByRole('button', { name: 'Cards' }).click();
  for (const left of [1, 0]) {
    await popup.getByRole('menuitem', { name: 'Move Chat feedback up' }).press('Enter');
    const boxes = popup.getByRole('menuitemcheckbox');
    await expect.poll(() => boxes.nth(left).textContent()).toBe('Chat feedback');
  }
  await popup.locator('[role="menuitemcheckbox"]:focus', { hasText: 'Chat feedback' }).waitFor();
  await popup.keyboard.press('ArrowDown');
  await popup.locator('[role="menuitemcheckbox"]:focus', { hasText: 'New and' }).waitFor();
  await popup.keyboard.press('Escape');
  await popup.getByRole('menu').waitFor({ state: 'detached' });
  await popup.locator('button[aria-label="Cards"]:focus').waitFor();
});

it.each(['Today', 'Show'])('the range’s button has the focus after %s', async (name) => {
  const popup = await openPopup(stage);
  await popup.getByRole('button', { name: 'Custom', exact: true }).click();
  await popup.getByRole('button', { name, exact: true }).press('Enter');
  await popup.getByLabel('From', { exact: true }).waitFor({ state: 'detached' });
  await popup.locator('button[aria-pressed="true"]:focus', { hasText: 'Custom' }).waitFor();
});

it.each(['Save', 'Test connection'])('a question of %s gives the focus back', async (name) => {
  const page = await openOptions(stage);
  await page.getByLabel('API key', { exact: true }).fill('0123456789abcdef'.repeat(4));
  await page.getByLabel('API base URL').fill('https://api.example.com/dm');
  await page.getByRole('button', { name, exact: true }).press('Enter');
  await page.locator('[role="alertdialog"]:focus').waitFor();
  await page.getByRole('button', { name: /^(?:Don't|Keep the old one)$/ }).press('Enter');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: name }).waitFor();
  await page.getByRole('button', { name: 'Delete my data' }).press('Enter');
  await page.getByRole('button', { name: 'Keep it' }).press('Enter');
  await page.locator('button:focus', { hasText: 'Delete my data' }).waitFor();
  await page.close();
});
