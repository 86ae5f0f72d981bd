import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_TOPICS } from '../demo/api/gen2/topics';
import { ensureFirefox } from '../demo/browser/firefox';
import { MENTORS } from '../demo/data/organizations';
import { type Demo, startDemo } from '../demo/server/server';
import { expectFailedAlone, expectSeen, FAILING_ALONE, SEE, type Seen } from './cards-seen';
import { APP } from './chromium';
import { NOW_MS } from './expected';
import { type FirefoxSession, startFirefox } from './firefox';
import { configure, SETTLED } from './firefox-page';
import { EMPTY_CACHE } from './forget';
import { outputDir } from './output';

const tutor = MENTORS[0]?.id ?? '';

let demo: Demo;
let firefox: FirefoxSession;

beforeAll(async () => {
  demo = await startDemo({ nowMs: () => NOW_MS });
  firefox = await startFirefox({
    executablePath: await ensureFirefox(),
    extensionDir: outputDir('firefox'),
    httpsPort: demo.httpsPort,
    env: { TZ: 'Asia/Kolkata' },
  });
  await firefox.open(APP, 'h1');
  const options = await firefox.open('options.html', 'form');
  await configure(options);
  await options.close();
});
afterAll(async () => {
  await firefox.close();
  await demo.close();
});

async function see(page: Page): Promise<Seen> {
  await page.waitForSelector(SETTLED);
  return JSON.parse(String(await page.evaluate(SEE)));
}

/** The panel as one that knows nothing, neither figures nor deployments. */
async function openAnew(): Promise<Page> {
  const before = await firefox.open('sidepanel.html', 'main');
  await before.evaluate(EMPTY_CACHE);
  await before.close();
  return firefox.open('sidepanel.html', SETTLED);
}

async function chooseScope(page: Page, name: string): Promise<void> {
  await page.locator(`aria/${name}[role="button"]`).click();
  await page.waitForFunction(
    (text: string) =>
      document.querySelector('[aria-label="Scope"] [aria-pressed="true"]')?.textContent === text,
    {},
    name,
  );
}

describe.each([
  '1',
  '2',
] as const)('the cards of the panel in Firefox, generation %s', (generation) => {
  it('are right for all agents and for one, half an hour off UTC and a day ahead', async () => {
    demo.control.generation = generation;
    const page = await openAnew();
    expectSeen(await see(page), { generation, ahead: 330 });
    await chooseScope(page, 'This agent');
    expectSeen(await see(page), { generation, ahead: 330, mentorId: tutor });
    await page.emulateTimezone('Pacific/Kiritimati');
    await chooseScope(page, 'All agents');
    expectSeen(await see(page), { generation, ahead: 840 });
    if (generation === '1') {
      const before = await page.$eval('.period', ({ textContent }) => textContent);
      await page.locator('aria/Custom[role="button"]').click();
      await page.locator('aria/12 months[role="button"]').click();
      await page.waitForFunction(
        (text: string | null) => document.querySelector('.period')?.textContent !== text,
        {},
        before,
      );
      expectSeen(await see(page), { generation, ahead: 840, range: { kind: '12m' } });
      await page.locator('aria/30 d[role="button"]').click();
      // The next test opens the range that is stored: not the one before, where a page closes at once.
      await page.waitForFunction(
        (text: string | null) => document.querySelector('.period')?.textContent === text,
        {},
        before,
      );
      expectSeen(await see(page), { generation, ahead: 840 });
    }
    await page.close();
  });
});

describe('a card of the panel in Firefox', () => {
  beforeEach(() => {
    demo.control.generation = '2';
  });
  afterEach(() => demo.control.reset());

  it.each(FAILING_ALONE)('fails alone and leaves the others: %s', async (name, match) => {
    demo.control.add({ match, body: 'no figures' });
    const page = await openAnew();
    expectFailedAlone(await see(page), name);
    await page.close();
  });

  it('has topics of any name as text', async () => {
    demo.control.behaviour.topicNames = 'hostile';
    const page = await openAnew();
    const names = (await see(page)).topics.map(({ topic }) => topic);
    expect(names).toEqual(expect.arrayContaining(Object.values(HOSTILE_TOPICS)));
    expect(await page.$('.topics b')).toBeNull();
    await page.close();
  });
});
