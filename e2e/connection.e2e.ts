import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyOf, secretOf } from '../demo/data/organizations';
import { fillIn, openOptions, openPopup, SETTINGS } from './chromium';
import { useStage } from './stage';

const stage = useStage({
  hostRules: ['MAP refused.iblai.app 127.0.0.1:1', 'MAP nowhere.iblai.app ~NOTFOUND'],
});
let page: Page;

beforeEach(async () => {
  page = await openOptions(stage);
});
afterEach(async () => {
  stage.demo.control.reset();
  await page.close();
});

const field = (label: string) => page.getByLabel(label, { exact: true });
const status = () => page.getByRole('status');
const test = () => page.getByRole('button', { name: 'Test connection' }).click();
const KEY = SETTINGS['API key'];

describe('a connection test says what is wrong, and keeps what was typed', () => {
  it.each<[name: string, typed: Record<string, string>, wrong: string, sentence: string]>([
    ['a key that nobody has', { 'API key': 'f'.repeat(64) }, 'API key', 'rejected'],
    [
      'a learner’s key',
      { 'API key': apiKeyOf('acme', 'alan'), 'Key owner': 'alan' },
      'API key',
      'may not read',
    ],
    [
      'faults 91, 94: another organization',
      { 'API key': KEY, Organization: 'Nowhere' },
      'Organization',
      'does not know this organization',
    ],
    [
      'an organization’s own key, in the name of somebody who is no administrator',
      { 'API key': secretOf('acme'), User: 'alan', 'Key owner': '' },
      'Key owner',
      "organization's own",
    ],
    [
      'a key of another user’s, who is named',
      { 'API key': KEY, 'Key owner': 'grace' },
      'Key owner',
      'belongs to ada',
    ],
    [
      'a host that serves something else',
      { 'API key': KEY, 'API base URL': 'https://learn.ibl.ai' },
      'API base URL',
      'could not be understood',
    ],
    [
      'fault 4: a host that refuses',
      { 'API key': KEY, 'API base URL': 'https://refused.iblai.app' },
      'API base URL',
      "can't be reached",
    ],
    [
      'fault 3: a host without an address',
      { 'API key': KEY, 'API base URL': 'https://nowhere.iblai.app' },
      'API base URL',
      "can't be reached",
    ],
  ])('%s', async (_name, typed, wrong, sentence) => {
    await fillIn(page, typed);
    await test();
    await status().locator('.checks').waitFor();
    await status().getByText(sentence).first().waitFor();
    await expect.poll(() => field(wrong).getAttribute('aria-invalid')).toBe('true');
    for (const [label, value] of Object.entries(typed)) {
      expect(await field(label).inputValue()).toBe(value);
    }
  });

  it('a host that is not the vendor’s is named in a question, without a request', async () => {
    const before = stage.demo.requests.length;
    const typed = { 'API key': KEY, 'API base URL': 'https://api.example.com' };
    await fillIn(page, { ...typed, Organization: 'typed-here' });
    await test();
    await page.getByRole('alertdialog').getByText('will go to api.example.com').waitFor();
    await page.getByRole('button', { name: "Don't" }).click();
    expect(await field('Organization').inputValue()).toBe('typed-here');
    expect(stage.demo.requests.length).toBe(before);
  });

  it('the prefix that the vendor’s papers leave out is found, and shown in its field', async () => {
    await fillIn(page, { 'API key': KEY, 'API base URL': 'https://api.iblai.app' });
    await test();
    await status().getByText('works').waitFor();
    expect(await field('API base URL').inputValue()).toBe('https://api.iblai.app/dm');
  });

  it('a base without it is offered, where everything is missing', async () => {
    await fillIn(page, { 'API key': KEY, 'API base URL': 'https://api.iblai.app/v9' });
    stage.demo.control.add({ match: 'api.iblai.app/v9/dm/', status: 401, body: { detail: 'no' } });
    await test();
    await page.getByRole('button', { name: 'Use https://api.iblai.app/v9/dm' }).click();
    expect(await field('API base URL').inputValue()).toBe('https://api.iblai.app/v9/dm');
    expect(await status().textContent()).toContain('Key accepted: not tried');
  });

  it('a stored key is never tried against another address', async () => {
    const before = stage.demo.requests.length;
    await fillIn(page, { 'API base URL': 'https://api.iblai.app/dm' });
    await test();
    await status().getByText('for another base URL').waitFor();
    const hosts = stage.demo.requests.slice(before).map(({ host }) => host);
    expect(hosts).not.toContain('api.iblai.app');
  });
});

describe('a connection that works', () => {
  it('names what was checked', async () => {
    await test();
    await status().getByText('works').waitFor();
    expect(await status().locator('.checks li.good').count()).toBe(6);
  });

  it('is found with another scheme, which is remembered', async () => {
    stage.demo.control.behaviour.scheme = 'Api-Key';
    await fillIn(page, { 'API key': KEY });
    await test();
    await status().getByText('works').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await status().getByText('Saved').waitFor();
    const before = stage.demo.requests.length;
    await openPopup(stage);
    const asked = stage.demo.requests.slice(before).filter(({ path }) => path.startsWith('/api/'));
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(
      new Set([`Api-Key ${KEY}`]),
    );
  });
});

it('leaves no error behind but the network’s own', () => {
  expect(stage.errors.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});
