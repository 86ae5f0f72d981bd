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
import { expectUsable } from './usable';

const KEY = apiKeyOf('acme', 'ada');

const stored = (page: Page) =>
  page.evaluate<Record<string, unknown>>(`chrome.storage.local.get('settings')`);

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
    await expectUsable(page);
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
      await expectUsable(popup);
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
