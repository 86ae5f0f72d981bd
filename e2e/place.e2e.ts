import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP, allRequests, openPopup, type Stage, settled, startStage } from './chromium';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

/** Changes the stored profile behind the options page's back, as no click of ours could. */
async function changeProfile(page: Page, change: Record<string, string>): Promise<void> {
  await page.evaluate(`chrome.storage.local.get('settings').then(({ settings }) => {
    Object.assign(settings.value.profiles[0], ${JSON.stringify(change)});
    return chrome.storage.local.set({ settings });
  })`);
}

const toApis = (from: number) =>
  allRequests(stage, from).filter(({ path }) => path.includes('/api/'));

describe('a key goes nowhere but where it was saved for', () => {
  it.each([
    { organization: 'globex' },
    { baseUrl: 'https://api.iblai.app/dm' },
  ])('not with settings that say %j: it is asked for again', async (change) => {
    const popup = await openPopup(stage);
    const before = stage.demo.requests.length;
    await changeProfile(popup, change);
    await settled(popup, 'setup');
    await changeProfile(popup, {
      organization: 'acme',
      baseUrl: 'https://base.manager.iblai.app',
    });
    await settled(popup);
    expect(toApis(before)).toEqual([]);
    await popup.close();
  });
});

describe('a tab with a sign-in of its own', () => {
  it('is shown as that person’s, though somebody else signed in last', async () => {
    await stage.app.evaluate(
      `sessionStorage.setItem('userData', JSON.stringify({ user_nicename: 'grace' }))`,
    );
    const popup = await openPopup(stage);
    expect(await popup.locator('main').getAttribute('data-user')).toBe('grace');
    await stage.app.evaluate('sessionStorage.clear()');
    await popup.locator('main[data-user="ada"]').waitFor();
    await popup.close();
    await stage.app.goto(APP);
    expect(stage.errors).toEqual([]);
  });
});
