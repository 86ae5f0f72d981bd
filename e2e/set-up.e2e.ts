import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyOf } from '../demo/data/organizations';
import { figuresOn, fillIn, openPopup, type Stage, settled, startStage } from './chromium';
import { expectedOf, expectFigures } from './expected';

const KEY = apiKeyOf('acme', 'ada');

/** Pastes into the field that has the focus, as a keyboard does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+V');
}

describe('after the install', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage({ configured: false, welcome: 'keep' });
  });
  afterAll(() => stage.close());

  it('a page opens; one paste and two clicks later there are figures', async () => {
    const { context } = stage.session;
    const page = context.pages().find((one) => one.url().endsWith('#welcome'));
    if (!page) throw new Error('no page was opened');
    await stage.app.bringToFront();
    await page.bringToFront();
    const hands = { pastes: 0, clicks: 0 };
    const click = async (name: string) => {
      hands.clicks += 1;
      await page.getByRole('button', { name, exact: true }).click();
    };
    await page.getByLabel('API key').focus();
    hands.pastes += 1;
    await paste(page, KEY);
    await click('Use what the open page says');
    const shown = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    await expect.poll(() => shown('Organization')).toBe('acme');
    expect(await shown('User')).toBe('ada');
    expect(await shown('API base URL')).toBe('https://api.iblai.app/dm');
    expect(await stored(page)).toEqual({});
    await click('Save');
    await page.waitForURL(/sidepanel\.html\?tab=\d+$/);
    await settled(page);
    expectFigures(await figuresOn(page), expectedOf('ada', { kind: '30d' }));
    expect(hands).toEqual({ pastes: 1, clicks: 2 });
    expect(stage.errors).toEqual([]);
    // Of the organization, API and key's owner that were found, all is kept but the user, whom Lens follows.
    expect(JSON.stringify(await stored(page))).toContain('"user":null');
    await page.close();
  });

  it('the popup shows them too, and follows another account', async () => {
    await stage.app.getByLabel('Account').selectOption('grace');
    const popup = await openPopup(stage);
    expect(await popup.locator('main').getAttribute('data-user')).toBe('grace');
    expectFigures(await figuresOn(popup), expectedOf('grace', { kind: '30d' }));
  });
});

const stored = (page: Page) =>
  page.evaluate<Record<string, unknown>>(`chrome.storage.local.get('settings')`);

describe('the key is refused at the first run', () => {
  it('the page says so, and stores nothing', async () => {
    const stage = await startStage({ configured: false, welcome: 'keep' });
    const page = stage.session.context.pages().find((one) => one.url().endsWith('#welcome'));
    if (!page) throw new Error('no page was opened');
    await page.bringToFront();
    await fillIn(page, { 'API key': 'f'.repeat(64), Organization: 'acme' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText('rejected').first().waitFor();
    expect(await stored(page)).toEqual({});
    await stage.close();
  });
});
