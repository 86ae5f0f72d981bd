import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyOf } from '../demo/data/organizations';
import {
  figuresOn,
  fillIn,
  openOptions,
  openPopup,
  type Stage,
  settled,
  startStage,
} from './chromium';
import { expectedOf, expectFigures } from './expected';
import { allowedEverywhere } from './output';

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

describe('a domain of one’s own', () => {
  const OWN = 'https://mentor.example.edu/platform/acme/calculus-tutor?user=ada';
  let stage: Stage;
  let copy: string;
  let page: Page;
  beforeAll(async () => {
    copy = allowedEverywhere('chrome');
    stage = await startStage({ configured: false, extensionDir: copy });
  });
  afterAll(async () => {
    await stage.close();
    rmSync(copy, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await stage.app.goto(OWN);
    page = await openOptions(stage);
  });
  afterEach(async () => {
    stage.demo.control.reset();
    await page.close();
  });

  const hostsSince = (from: number) =>
    new Set(stage.demo.requests.slice(from).map(({ host }) => host));
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const readPage = async () => {
    await press('Use what the open page says');
    await page.getByRole('status').getByText('Read from mentor.example.edu').waitFor();
  };
  const publish = (api: string) => {
    stage.demo.control.behaviour.published = { NEXT_PUBLIC_API_BASE_URL: api };
  };

  it('a page that publishes somebody else’s base gets no request there', async () => {
    publish('https://collector.example.net');
    const before = stage.demo.requests.length;
    await fillIn(page, { 'API key': KEY });
    await readPage();
    await page.getByText('names collector.example.net as its API').waitFor();
    expect(await page.getByLabel('API base URL').inputValue()).toBe('');
    await press('Test connection');
    await page.getByRole('status').getByText('works').waitFor();
    expect(hostsSince(before)).not.toContain('collector.example.net');
  });

  it('a base below the page’s own domain is asked nothing before it is allowed', async () => {
    publish('https://evil.example.edu');
    const before = stage.demo.requests.length;
    await fillIn(page, { 'API key': KEY });
    await readPage();
    expect(await page.getByLabel('API base URL').inputValue()).toBe('https://evil.example.edu/dm');
    for (const button of ['Test connection', 'Save']) {
      await press(button);
      await page.getByRole('alertdialog').getByText('will go to evil.example.edu').waitFor();
      await press("Don't");
    }
    expect(hostsSince(before)).not.toContain('evil.example.edu');
    expect(await stored(page)).toEqual({});
  });

  it('is read from its page, named, allowed in that click, and shows its figures', async () => {
    const before = stage.demo.requests.length;
    await fillIn(page, { 'API key': KEY });
    await readPage();
    const base = 'https://base.manager.example.edu';
    expect(await page.getByLabel('API base URL').inputValue()).toBe(base);
    await press('Save');
    await page.getByRole('alertdialog').getByText('will go to base.manager.example.edu').waitFor();
    await press('Allow base.manager.example.edu');
    await page.getByRole('status').getByText('Saved').waitFor();
    const popup = await openPopup(stage);
    expectFigures(await figuresOn(popup), expectedOf('ada', { kind: '30d' }));
    const asked = stage.demo.requests.slice(before).filter(({ authorization }) => authorization);
    expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['base.manager.example.edu']));
  });
});

describe('a page of one’s own domain that the vendor’s API serves', () => {
  it('is asked about once, and forgotten with everything else', async () => {
    const copy = allowedEverywhere('chrome');
    const stage = await startStage({ extensionDir: copy });
    try {
      await stage.app.goto('https://mentor.example.edu/platform/acme/calculus-tutor?user=ada');
      const popup = await openPopup(stage, 'error');
      await popup.getByText('Lens will remember this for mentor.example.edu.').waitFor();
      await popup.getByRole('button', { name: "Show the key's organization" }).click();
      await settled(popup);
      await popup.close();
      const again = await openPopup(stage);
      expectFigures(await figuresOn(again), expectedOf('ada', { kind: '30d' }));
      await again.close();
      const page = await openOptions(stage);
      expect(JSON.stringify(await stored(page))).toContain('mentor.example.edu');
      await page.getByRole('button', { name: 'Delete my data' }).click();
      await page.getByRole('button', { name: 'Delete my data' }).click();
      await page.getByRole('status').getByText('Everything was deleted').waitFor();
      expect(JSON.stringify(await stored(page))).not.toContain('mentor.example.edu');
    } finally {
      await stage.close();
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
