import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiKeyOf } from '../demo/data/organizations';
import { fillIn, openOptions } from './chromium';
import { useStage } from './stage';

const stage = useStage();
const BARE = 'https://api.iblai.app';
let page: Page;

beforeEach(async () => {
  page = await openOptions(stage);
});
afterEach(async () => {
  stage.demo.control.reset();
  await page.close();
});

const field = (label: string) => page.getByLabel(label, { exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (text: string) => page.getByRole('status').getByText(text).first().waitFor();
/** Waits until the API has been asked for something at a host. */
const isAsked = (host: string, from: number) =>
  expect
    .poll(() => stage.demo.requests.slice(from).some((asked) => asked.host === host))
    .toBe(true);
const stored = () => page.evaluate<object>(`chrome.storage.local.get('settings')`);

it('the result of a test goes into no other profile', async () => {
  await press('Add another organization');
  const globex = { 'API key': apiKeyOf('globex', 'ada'), Organization: 'globex' };
  const base = 'https://base.manager.iblai.app';
  await fillIn(page, { ...globex, 'API base URL': base, 'Key owner': 'ada' });
  await press('Save');
  await said('Saved.');
  await field('Profile').selectOption('acme');
  await expect.poll(() => field('Organization').inputValue()).toBe('acme');
  stage.demo.control.latencyMs = 500;
  const before = stage.demo.requests.length;
  await fillIn(page, { 'API key': apiKeyOf('acme', 'ada'), 'API base URL': BARE });
  await press('Test connection');
  await isAsked('api.iblai.app', before);
  await field('Profile').selectOption('globex');
  // The region is there for screen readers, though nothing stands in it.
  await expect.poll(() => page.getByRole('status').textContent()).toBe('');
  // This test begins later, and ends after what the other one finds out about its base URL.
  await press('Test connection');
  await said('works');
  expect(await field('API base URL').inputValue()).toBe(base);
});

it('a question about a host goes with the first key that is typed, and the field keeps the focus', async () => {
  await fillIn(page, {
    'API key': apiKeyOf('acme', 'ada'),
    'API base URL': 'https://api.example.com',
  });
  await press('Test connection');
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await field('User').focus();
  await page.keyboard.type('eve');
  await question.waitFor({ state: 'detached' });
  expect(await field('User').evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await field('User').inputValue()).toBe('eve');
});

it('what is typed during a save stays, and is saved by the next one', async () => {
  stage.demo.control.latencyMs = 500;
  const before = stage.demo.requests.length;
  await fillIn(page, { 'API key': apiKeyOf('acme', 'ada'), 'API base URL': BARE });
  await press('Save');
  await press('Change it and delete them');
  await isAsked('api.iblai.app', before);
  await field('User').fill('grace');
  await said('Saved.');
  expect(await field('User').inputValue()).toBe('grace');
  expect(await field('API key').inputValue()).toBe('');
  expect(JSON.stringify(await stored())).toContain('"user":null');
  await press('Save');
  await expect.poll(async () => JSON.stringify(await stored())).toContain('"user":"grace"');
});

it('a deletion is final, though a save that began before it ends later', async () => {
  stage.demo.control.latencyMs = 500;
  const before = stage.demo.requests.length;
  await press('Add another organization');
  await fillIn(page, { 'API key': apiKeyOf('steady', 'iris'), Organization: 'steady' });
  await press('Save');
  await isAsked('api.iblai.app', before);
  await press('Delete my data');
  await press('Delete my data');
  await said('Everything was deleted.');
  expect(await stored()).toEqual({});
  // The answers to this save come after those to the first.
  await fillIn(page, { 'API key': apiKeyOf('globex', 'ada'), Organization: 'globex' });
  await press('Save');
  await said('Saved.');
  const text = JSON.stringify(await stored());
  expect(text).toContain('"globex"');
  expect(text).not.toContain('"steady"');
});
