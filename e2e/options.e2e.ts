import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiRequests, openOptions, openPopup, SETTINGS } from './chromium';
import { forget } from './forget';
import { useStage } from './stage';

const stage = useStage();
let page: Page;
beforeEach(async () => {
  page = await openOptions(stage);
});
afterEach(() => page.close());

const field = (label: string) => page.getByLabel(label, { exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const status = () => page.getByRole('status');

describe('the options page', () => {
  it('shows of a stored key its last four characters only', async () => {
    const key = SETTINGS['API key'];
    await page.getByText(`ending in ${key.slice(-4)}`).waitFor();
    expect(await field('API key').inputValue()).toBe('');
    expect(await field('API key').getAttribute('placeholder')).toBe(`•••• ${key.slice(-4)}`);
    const text = await page.content();
    for (let from = 0; from + 5 <= key.length; from += 1) {
      expect(text).not.toContain(key.slice(from, from + 5));
    }
  });

  it('fault 90: cleans a key that was pasted with what stood around it', async () => {
    await field('API key').fill(` Api-Token "${SETTINGS['API key']}" `);
    await press('Save');
    await status().getByText('Saved').waitFor();
    await press('Test connection');
    await status().getByText('works').waitFor();
  });

  it('says beside the field what can’t be a key, an organization, a user', async () => {
    await field('API key').fill('clé');
    await field('Organization').fill('Acme University');
    await field('User').fill('..');
    await press('Save');
    for (const label of ['API key', 'Organization', 'User']) {
      await expect.poll(() => field(label).getAttribute('aria-invalid')).toBe('true');
    }
    expect(await field('User').inputValue()).toBe('..');
    await expect.poll(() => status().textContent()).toContain('Nothing was saved');
  });

  it('a typed user wins over the page’s, and the header says so', async () => {
    await field('User').fill('grace');
    await press('Save');
    await status().getByText('Saved').waitFor();
    const popup = await openPopup(stage);
    expect(await popup.locator('main').getAttribute('data-user')).toBe('grace');
    await popup.getByText('typed on the options page').waitFor();
    await popup.close();
    await field('User').fill('');
    await press('Save');
    await status().getByText('Saved').waitFor();
  });

  it('a key owner stands in the path, whoever is on the page', async () => {
    await stage.app.getByLabel('Account').selectOption('grace');
    await forget(stage);
    const before = stage.demo.requests.length;
    const popup = await openPopup(stage);
    expect(await popup.locator('main').getAttribute('data-user')).toBe('grace');
    const asked = apiRequests(stage, before);
    expect(asked.length).toBeGreaterThan(3);
    const named = asked.filter(({ path }) => path.includes('/orgs/'));
    expect(named.length).toBeGreaterThan(3);
    for (const { path } of named) expect(path).toContain('/orgs/acme/users/ada/');
    const costs = asked.filter(({ path }) => path.endsWith('/user-cost/'));
    expect(costs.every(({ query }) => query.includes('username=grace'))).toBe(true);
    await stage.app.getByLabel('Account').selectOption('ada');
  });

  it('fault 92: refuses each base URL that can’t be one, with its reason', async () => {
    for (const [typed, reason] of [
      ['http://base.manager.iblai.app', 'begins with https'],
      ['https://me:secret@iblai.app', 'no user name or password'],
      ['https://iblai.app/?x=1', 'ends before'],
      ['https://iblai.app.', 'not a URL'],
      ['nothing', 'not a URL'],
    ] as const) {
      await field('API base URL').fill(typed);
      await press('Save');
      await page.getByText(reason).waitFor();
      expect(await field('API base URL').inputValue()).toBe(typed);
    }
  });

  it('fault 93: asks before another base URL takes key and figures away', async () => {
    await field('API base URL').fill('https://api.iblai.app/dm');
    await press('Save');
    await press('Keep the old one');
    expect(await field('API base URL').inputValue()).toBe(SETTINGS['API base URL']);
    await field('API base URL').fill('https://api.iblai.app/dm/');
    await field('API key').fill(SETTINGS['API key']);
    await press('Save');
    await press('Change it and delete them');
    await status().getByText('Saved').waitFor();
    await openPopup(stage);
    expect(stage.demo.requests.some(({ host }) => host === 'api.iblai.app')).toBe(true);
  });

  it('deletes everything at the second click', async () => {
    await press('Delete my data');
    await page.getByText('once more').waitFor();
    await press('Delete my data');
    await page.getByText('Everything was deleted').waitFor();
    const left = await page.evaluate<string>(`(async () => JSON.stringify([
      await chrome.storage.local.get(null),
      await chrome.storage.session.get(null),
      Object.keys(localStorage),
      await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = async () => {
          const db = opening.result;
          const stores = [...db.objectStoreNames];
          const counts = await Promise.all(stores.map((store) => new Promise((counted) => {
            const count = db.transaction(store).objectStore(store).count();
            count.onsuccess = () => counted(count.result);
          })));
          db.close();
          resolve(counts.reduce((sum, n) => sum + n, 0));
        };
      }))),
    ]))()`);
    const [local, session, keys, counts] = JSON.parse(left);
    expect([local, session, keys]).toEqual([{}, {}, []]);
    expect(counts.every((count: number) => count === 0)).toBe(true);
    await openPopup(stage, 'setup');
  });
});
