import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { apiKeyOf } from '../demo/data/organizations';
import { allRequests, fillIn, openOptions, openPopup, SETTINGS, settled } from './chromium';
import { useStage } from './stage';

const stage = useStage();
let file = '';

const GLOBEX = 'https://mentorai.iblai.app/platform/globex/lab-partner?user=ada';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

async function stored(): Promise<Page> {
  const page = await openOptions(stage);
  await page.getByText('ending in').waitFor();
  return page;
}

describe('several organizations', () => {
  it('are entered one after the other, each with its own key', async () => {
    const page = await stored();
    await press(page, 'Add another organization');
    await fillIn(page, {
      'Profile name': 'Globex',
      'API key': apiKeyOf('globex', 'ada'),
      Organization: 'globex',
      'Key owner': 'ada',
    });
    await press(page, 'Test connection');
    await said(page, 'works');
    await press(page, 'Save');
    await said(page, 'Saved');
    await page.getByLabel('Profile', { exact: true }).selectOption('acme');
    await expect
      .poll(() => page.getByLabel('Organization', { exact: true }).inputValue())
      .toBe('acme');
    await page.close();
  });

  it('a page is looked at with the key of its own, and no key goes to the other', async () => {
    const acme = await openPopup(stage);
    expect(await acme.locator('main').getAttribute('data-org')).toBe('acme');
    const before = stage.demo.requests.length;
    await stage.app.goto(GLOBEX);
    const popup = await openPopup(stage);
    expect(await popup.locator('main').getAttribute('data-org')).toBe('globex');
    await popup.getByText('Globex College').first().waitFor();
    // Its base URL was left empty: the API that answers is found, whatever its host.
    const asked = allRequests(stage, before).filter(({ authorization }) => authorization);
    expect(asked.length).toBeGreaterThan(3);
    for (const { path, authorization } of asked) {
      expect(path).toContain('/orgs/globex/');
      expect(authorization).toBe(`Api-Token ${apiKeyOf('globex', 'ada')}`);
    }
  });

  it('the link leads to the platform’s own analytics of the same organization and mentor', async () => {
    const popup = await openPopup(stage);
    const link = popup.getByRole('link', { name: 'All analytics on ibl.ai' });
    expect(await link.getAttribute('href')).toBe(
      'https://mentorai.iblai.app/platform/globex/lab-partner/analytics',
    );
  });

  it('are taken along in a file without any key', async () => {
    const page = await stored();
    const download = page.waitForEvent('download');
    await press(page, 'Export settings');
    file = await (await download).path();
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text).profiles).toMatchObject([
      { organization: 'acme' },
      { name: 'Globex', organization: 'globex', keyOwner: 'ada' },
    ]);
    expect(text).not.toContain(SETTINGS['API key'].slice(0, 8));
    await page.close();
  });

  it('one is removed with its key, and comes back from the file without it', async () => {
    const page = await stored();
    await page.getByLabel('Profile', { exact: true }).selectOption('Globex');
    await press(page, 'Remove this organization');
    await press(page, 'Remove this organization');
    await said(page, 'Removed.');
    await stage.app.goto(GLOBEX);
    await openPopup(stage, 'error');
    await page.bringToFront();
    await page.getByLabel('File with settings').setInputFiles(file);
    await said(page, 'Imported');
    await page.getByLabel('Profile', { exact: true }).selectOption('Globex');
    expect(await page.getByLabel('API key', { exact: true }).getAttribute('placeholder')).toBe('');
    await page.close();
    await openPopup(stage, 'error');
  });

  it('a file that is none changes nothing', async () => {
    const page = await stored();
    await page.getByLabel('File with settings').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"lens": 1, "profiles": [{"organization": ".."}]}'),
    });
    await said(page, 'Nothing was changed');
    await page.close();
    await stage.app.goto('https://mentorai.iblai.app/platform/acme/calculus-tutor?user=ada');
    const popup = await openPopup(stage);
    await settled(popup);
    expect(stage.errors).toEqual([]);
  });
});
