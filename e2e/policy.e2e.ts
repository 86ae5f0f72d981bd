import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../demo/browser/launch';
import { apiKeyOf } from '../demo/data/organizations';
import { openOptions, openPopup, type Stage, startStage } from './chromium';
import { copyOfBuild } from './output';
import { expectUsable } from './usable';

/** Where Debian's Chromium looks for the policies of an administrator. */
const POLICIES = '/etc/chromium/policies/managed';
const KEY = apiKeyOf('acme', 'ada');

function writable(): boolean {
  try {
    mkdirSync(POLICIES, { recursive: true });
    accessSync(POLICIES, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// A browser's policies are for the whole machine; who may not write them can't try them.
describe.skipIf(!writable())('a policy file', () => {
  let stage: Stage;
  let copy: string;
  const file = join(POLICIES, `lens-${process.pid}.json`);

  beforeAll(async () => {
    // With an id of its own: the policy reaches no other browser that is being tested.
    copy = copyOfBuild('chrome');
    const first = await launchChromium({ extensionDir: copy, httpsPort: 9 });
    const { extensionId } = first;
    await first.close();
    const policy = {
      organization: 'acme',
      keyOwner: 'ada',
      apiKey: KEY,
      lockedFields: ['organization', 'apiKey'],
      popupCards: ['feedback', 'of another release'],
      panelCards: ['of another release'],
    };
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
    stage = await startStage({ configured: false, extensionDir: copy, welcome: 'none' });
  });
  afterAll(async () => {
    await stage.close();
    rmSync(file, { force: true });
    rmSync(copy, { recursive: true, force: true });
  });

  it('sets up everybody: figures come without a visit to the options page', async () => {
    const popup = await openPopup(stage);
    expect(await popup.locator('main').getAttribute('data-org')).toBe('acme');
    const opened = stage.session.context.pages().map((page) => page.url());
    expect(opened.filter((url) => url.includes('#welcome'))).toEqual([]);
  });

  it('shows the cards that it names, and leaves the choice where it names none that is known', async () => {
    const chosen = (page: Page) => page.getByText('Chosen by your administrator');
    const cards = (page: Page) => page.locator('section[data-card]');
    const popup = await openPopup(stage);
    expect(await cards(popup).count()).toBe(1);
    await popup.locator('section[data-card="feedback"]').waitFor();
    await popup.getByRole('button', { name: 'Cards' }).click();
    await chosen(popup).waitFor();
    const page = await stage.session.context.newPage();
    await page.goto(stage.session.extensionUrl('sidepanel.html'));
    await page.getByRole('button', { name: 'Cards' }).click();
    await page.getByRole('menu').waitFor();
    expect(await chosen(page).count()).toBe(0);
    expect(await cards(page).count()).toBeGreaterThan(3);
    await page.close();
  });

  it('locks its fields, says by whom, and shows no more of its key than the end', async () => {
    const page = await openOptions(stage);
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await expect.poll(() => field('Organization').inputValue()).toBe('acme');
    expect(await field('Organization').isDisabled()).toBe(true);
    expect(await field('API key').isDisabled()).toBe(true);
    expect(await field('User').isDisabled()).toBe(false);
    expect(await page.getByText('Set by your administrator.').count()).toBe(2);
    // Nobody is told to type into a field that is locked.
    expect(await page.getByText(/Type another|Make a key|The short name/).count()).toBe(0);
    expect(await page.content()).not.toContain(KEY.slice(0, 8));
    await expectUsable(page);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByRole('status').getByText('works').waitFor();
    await page.close();
  });
});
