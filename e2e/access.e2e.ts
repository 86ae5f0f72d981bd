import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { configure } from '../demo/browser/configure';
import { expectAccessible, findings } from './axe';
import { APP, drawn, openOptions, openPopup, SETTINGS, settled } from './chromium';
import { forget } from './forget';
import { useStage } from './stage';

const stage = useStage({ configured: false });
afterEach(() => stage.demo.control.reset());

/** A page of ours in a tab, over the app's: the same views as popup and panel, at a size of choice. */
async function open(file: string, width: number): Promise<Page> {
  const page = await stage.session.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(stage.session.extensionUrl(file));
  return page;
}

it('axe finds what is wrong', async () => {
  const page = await openOptions(stage);
  await page.evaluate(`document.querySelector('main').append(document.createElement('button'))`);
  expect(await findings(page)).toEqual([expect.stringContaining('button-name')]);
  await page.close();
});

describe('axe finds nothing', () => {
  it('on the first-run page', async () => {
    await expectAccessible(await openPopup(stage, 'setup'));
  });

  it('on the options page, with errors beside its fields', async () => {
    const page = await openOptions(stage);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it('on sample data', async () => {
    const popup = await openPopup(stage, 'setup');
    await popup.getByRole('button', { name: 'Try with sample data' }).click();
    await settled(popup);
    await expectAccessible(popup);
  });

  it('on the options page after a test, and where it asks before it deletes', async () => {
    await configure(stage.session, SETTINGS);
    const page = await openOptions(stage);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.locator('.checks').waitFor();
    await page.getByRole('button', { name: 'Delete my data' }).click();
    await page.getByText('once more').waitFor();
    await page.getByLabel('API base URL').fill('https://api.iblai.app/dm');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it.each([
    ['popup.html', 400],
    ['sidepanel.html', 280],
    ['sidepanel.html', 800],
  ])('on %s of %i pixels with figures, charts, tables, the form and the menu', async (file, width) => {
    const page = await open(file, width);
    await drawn(page);
    for (const summary of await page.getByText('Show as table').all()) await summary.click();
    await page.getByRole('button', { name: 'Custom', exact: true }).click();
    await page.getByLabel('From', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it('with a budget that is spent, its running total, and several organizations', async () => {
    const options = await openOptions(stage);
    await options.getByText('ending in').waitFor();
    await options.getByLabel('Monthly budget in US dollars').fill('0.01');
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await options.getByRole('status').getByText('Saved').waitFor();
    await options.getByRole('button', { name: 'Add another organization' }).click();
    await options.getByLabel('Profile name').waitFor();
    await expectAccessible(options);
    await options.close();
    const page = await open('sidepanel.html', 400);
    await page.locator('.budget[data-step="1"]').waitFor();
    await page.getByLabel('Running total').check();
    await expectAccessible(page);
    await page.getByLabel('Running total').uncheck();
    await page.close();
  });

  it('while figures are on their way, where they fail, and where there are none', async () => {
    await forget(stage);
    stage.demo.control.add({ match: '/api/', delayMs: 2500 });
    const popup = await stage.session.openPopup();
    await popup.locator('main[data-state="loading"] section').first().waitFor();
    await expectAccessible(popup);
    stage.demo.control.reset();
    await settled(popup);

    await forget(stage);
    stage.demo.control.add({ match: '/api/', status: 404 });
    await expectAccessible(await openPopup(stage, 'error'));

    await forget(stage);
    stage.demo.control.reset();
    stage.demo.control.add({ match: 'user-feedback', status: 404 });
    stage.demo.control.add({
      match: 'user-cohorts',
      body: { periods: [], new_users: [], veteran_users: [] },
    });
    const partly = await openPopup(stage);
    await partly.locator('section[data-state="empty"]').waitFor();
    await partly.locator('section[data-state="error"]').waitFor();
    await expectAccessible(partly);
  });

  it('where there is nobody to show, and on another organization’s page', async () => {
    await stage.app.getByRole('button', { name: 'Sign out' }).click();
    await expectAccessible(await openPopup(stage, 'not-detected'));
    await stage.app.goto('https://docs.ibl.ai/');
    await expectAccessible(await openPopup(stage, 'not-detected'));
    await stage.app.goto('https://mentorai.iblai.app/platform/globex/lab-partner?user=ada');
    await expectAccessible(await openPopup(stage, 'error'));
    await stage.app.goto(APP);
  });
});

it('the keyboard alone walks through a chart, and each value is said', async () => {
  const page = await open('popup.html', 400);
  await settled(page);
  const card = page.locator('section[data-card="cost"]');
  await card.locator('canvas').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => card.locator('[aria-live="polite"]').textContent()).toMatch(/Cost.*\d/);
  await page.close();
});

it('popup and panel have a shortcut each', async () => {
  const worker = await stage.session.worker();
  const commands = await worker.evaluate(
    'chrome.commands.getAll().then((all) => all.map(({ name, shortcut }) => name + " " + shortcut))',
  );
  expect(commands).toEqual(['_execute_action Alt+Shift+L', 'open-side-panel Alt+Shift+K']);
});
