import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../demo/browser/firefox';
import { validateRequest } from '../demo/contract';
import { type Demo, startDemo } from '../demo/server/server';
import { API_HOST, APP, SETTINGS } from './chromium';
import { expectedOf, expectFigures, NOW_MS } from './expected';
import { type FirefoxSession, startFirefox } from './firefox';
import { configure, fill, press, SETTLED, said } from './firefox-page';
import { outputDir } from './output';

let demo: Demo;
let firefox: FirefoxSession;
let app: Page;

beforeAll(async () => {
  demo = await startDemo({ nowMs: () => NOW_MS });
  firefox = await startFirefox({
    executablePath: await ensureFirefox(),
    extensionDir: outputDir('firefox'),
    httpsPort: demo.httpsPort,
    // The event page is stopped after every idle second.
    prefs: {
      'extensions.background.idle.timeout': 1000,
      // A permission that is asked for in a click is granted without anybody to click.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  app = await firefox.open(APP, 'h1');
});
afterAll(async () => {
  await firefox.close();
  await demo.close();
});

async function figuresOn(page: Page): Promise<Record<string, number | null>> {
  const values = await page.$$eval('output[data-kpi]', (outputs) =>
    outputs.map(({ dataset }) => [dataset.kpi ?? '', dataset.value ?? '']),
  );
  return Object.fromEntries(
    values.map(([name, value]) => [name, value === '' ? null : Number(value)]),
  );
}

/** The stopped event page is no view of the extension any more. */
const BACKGROUND_IS_GONE = `!browser.extension.getViews().some(({ location }) => location.pathname.includes('background'))`;

const CHOSEN_IS = (range: string) =>
  document.querySelector('[aria-label="Range"] [aria-pressed="true"]')?.textContent === range;

describe('Firefox', () => {
  it('is configured on the options page alone, and the connection works', async () => {
    const options = await firefox.open('options.html', 'form');
    await configure(options);
    await press(options, 'Test connection');
    await said(options, 'works');
    await options.close();
  });

  it.each(['popup.html', 'sidepanel.html'])('shows the figures of the page in %s', async (file) => {
    const page = await firefox.open(file, SETTLED);
    expect(await page.$eval('main', ({ dataset }) => dataset.user)).toBe('ada');
    expectFigures(await figuresOn(page), expectedOf('ada', { kind: '30d' }));
    await page.hover('.plot');
    await page.waitForFunction(
      () => document.querySelectorAll('.plot[data-drawn="chart"]').length >= 3,
    );
    await page.close();
  });

  it('fault 55: is answered after the event page was stopped', async () => {
    const page = await firefox.open('popup.html', SETTLED);
    const before = demo.requests.length;
    await page.waitForFunction(BACKGROUND_IS_GONE);
    await press(page, 'Refresh');
    await expect
      .poll(() => demo.requests.slice(before).some(({ host }) => host === API_HOST))
      .toBe(true);
    await page.waitForSelector(SETTLED);
    await page.close();
  });

  it('opens again from the cache without a request', async () => {
    const before = demo.requests.length;
    const page = await firefox.open('popup.html', SETTLED);
    expect(await page.$eval('main', ({ dataset }) => dataset.source)).toBe('cache');
    expectFigures(await figuresOn(page), expectedOf('ada', { kind: '30d' }));
    expect(demo.requests.slice(before).filter(({ host }) => host === API_HOST)).toEqual([]);
    await page.close();
  });

  it('shows another range', async () => {
    const page = await firefox.open('popup.html', SETTLED);
    for (const [name, kind] of [
      ['7 d', '7d'],
      ['30 d', '30d'],
    ] as const) {
      await press(page, name);
      await page.waitForFunction(CHOSEN_IS, {}, name);
      await page.waitForSelector(SETTLED);
      expectFigures(await figuresOn(page), expectedOf('ada', { kind }));
    }
    await page.close();
  });

  it('fault 64: an open panel follows a switch of account', async () => {
    const page = await firefox.open('sidepanel.html', SETTLED);
    await app.evaluate(() => {
      const stored = JSON.parse(localStorage.getItem('userData') ?? '{}');
      const user = { ...stored, user_nicename: 'grace', user_display_name: 'Grace Hopper' };
      localStorage.setItem('userData', JSON.stringify(user));
    });
    await page.waitForSelector('main[data-user="grace"]');
    await page.waitForSelector(SETTLED);
    expectFigures(await figuresOn(page), expectedOf('grace', { kind: '30d' }));
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('Grace Hopper');
    await page.close();
  });

  it('asks only what the vendor’s schema knows, with the key in its one header', () => {
    const asked = demo.requests.filter(({ host }) => host === API_HOST);
    expect(asked.length).toBeGreaterThan(20);
    for (const { host, path, query, authorization } of asked) {
      const objections = validateRequest('GET', new URL(`https://${host}${path}${query}`));
      // The schema names no days here; the vendor's older front end asks for days all the same.
      if (!path.endsWith('/conversation-summary/')) expect(objections, path).toEqual([]);
      expect(authorization).toBe(`Api-Token ${SETTINGS['API key']}`);
    }
  });

  it('notifies of a budget that is spent, once somebody wants that', async () => {
    const options = await firefox.open('options.html', 'form');
    await options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[type="checkbox"]')?.disabled === false,
    );
    await fill(options, 'Monthly budget in US dollars', '0.01');
    await press(options, 'Save');
    await said(options, 'Saved');
    await options.locator('aria/Notify me when 80% and 100% of it are spent').click();
    await options.waitForFunction(
      () => document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')[1]?.checked,
    );
    // Without a screen they are closed as soon as they are shown.
    await options.evaluate(`browser.notifications.onClosed.addListener((id) => {
      document.title += id;
    })`);
    // Whether it was still there when Lens looked, and so is told of again, is a matter of chance here.
    const popup = await firefox.open('popup.html', SETTLED);
    await popup.waitForSelector('.budget[data-step="1"]');
    await expect.poll(() => options.title()).toMatch(/budget \[.*"acme","grace",0\.01,1\]/);
    await popup.close();
    await options.close();
  });
});
