import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureChromium } from '../demo/browser/chromium';
import { outputDir } from './output';

let browser: Browser;

beforeAll(async () => {
  browser = await puppeteer.launch({
    executablePath: await ensureChromium(),
    headless: true,
    pipe: true,
    enableExtensions: [outputDir('chrome')],
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // A debugger that is attached to the worker keeps it awake for ever.
    targetFilter: (target) => target.type() !== 'service_worker',
  });
});
afterAll(() => browser.close());

/** The id that Chromium gives an unpacked extension: a hash of its folder, in letters from a to p. */
function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

const isRunning = (page: Page) =>
  page.evaluate(async () => {
    const contexts = await Reflect.get(globalThis, 'chrome').runtime.getContexts({
      contextTypes: ['BACKGROUND'],
    });
    return contexts.length > 0;
  });

const reply = (page: Page, command = 'none', args: object | null = null) =>
  page.evaluate((message) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(message), {
    command,
    args,
  });

const MONTH = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  newerThanMs: 0,
  isPrivate: false,
};

it('fault 68: answers after the browser’s own stop of an idle worker', async () => {
  const page = await browser.newPage();
  await page.goto(
    `chrome-extension://${unpackedId(realpathSync(outputDir('chrome')))}/options.html`,
  );
  expect(await reply(page)).toMatchObject({ ok: false });
  expect(await isRunning(page)).toBe(true);
  await expect.poll(() => isRunning(page), { timeout: 55_000, interval: 500 }).toBe(false);
  expect(await reply(page)).toMatchObject({ ok: false });
  expect(await isRunning(page)).toBe(true);
  // The code that it loads on first use is loaded too.
  expect(await reply(page, 'month', MONTH)).toEqual({ ok: false, failure: { kind: 'no-key' } });
}, 70_000);
