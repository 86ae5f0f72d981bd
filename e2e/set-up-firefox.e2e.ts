import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../demo/browser/firefox';
import { apiKeyOf } from '../demo/data/organizations';
import { type Demo, startDemo } from '../demo/server/server';
import { NOW_MS } from './expected';
import { type FirefoxSession, startFirefox } from './firefox';
import { allowedEverywhere } from './output';

const OWN = 'https://mentor.example.edu/platform/acme/calculus-tutor?user=ada';

let demo: Demo;
let firefox: FirefoxSession;
let options: Page;
let copy: string;

beforeAll(async () => {
  copy = allowedEverywhere('firefox');
  demo = await startDemo({ nowMs: () => NOW_MS });
  firefox = await startFirefox({
    executablePath: await ensureFirefox(),
    extensionDir: copy,
    httpsPort: demo.httpsPort,
    keepWelcome: true,
  });
  options = firefox.welcome;
});
afterAll(async () => {
  await firefox.close();
  await demo.close();
  rmSync(copy, { recursive: true, force: true });
});

const press = (name: string) => options.locator(`aria/${name}[role="button"]`).click();
const typedIn = (label: string) =>
  options.$eval(`aria/${label}[role="textbox"]`, (field) => Reflect.get(field, 'value'));
const says = (words: string) =>
  options.waitForFunction((text: string) => document.body.textContent?.includes(text), {}, words);
const hostsSince = (from: number) => new Set(demo.requests.slice(from).map(({ host }) => host));

describe('Firefox, from the page that the install opens', () => {
  it('reads the open page, and names its API; one click more and there are figures', async () => {
    await firefox.open('https://os.ibl.ai/platform/acme/calculus-tutor?user=ada', 'h1');
    await options.bringToFront();
    const key = await options.waitForSelector('input[type="password"]');
    await key?.type(apiKeyOf('acme', 'ada'));
    await press('Use what the open page says');
    await says('Read from os.ibl.ai');
    expect(await typedIn('Organization')).toBe('acme');
    expect(await typedIn('API base URL')).toBe('https://api.iblai.app/dm');
    await press('Save');
    await options.waitForSelector('main[data-state="ready"][data-user="ada"][data-org="acme"]');
    expect(hostsSince(0)).toContain('api.iblai.app');
  });

  it('a page that publishes somebody else’s base gets no request there', async () => {
    demo.control.behaviour.published = {
      NEXT_PUBLIC_API_BASE_URL: 'https://collector.example.net',
    };
    options = await firefox.open('options.html', 'form');
    const page = await firefox.open(OWN, 'h1');
    await page.bringToFront();
    await options.bringToFront();
    const before = demo.requests.length;
    await press('Use what the open page says');
    await says('names collector.example.net as its API');
    expect(await typedIn('API base URL')).toBe('https://api.iblai.app/dm');
    await press('Test connection');
    await options.waitForFunction(
      () => document.querySelector('[role=status]')?.textContent?.includes('Asking') === false,
    );
    expect(hostsSince(before)).not.toContain('collector.example.net');
    demo.control.reset();
  });

  it('a domain of one’s own is named, allowed in that click, and asked', async () => {
    await press('Use what the open page says');
    await options.waitForFunction(
      () => document.querySelector('[role=status]')?.textContent?.includes('left out') === false,
    );
    const base = 'https://base.manager.example.edu';
    await options.waitForFunction(
      (text: string) => [...document.querySelectorAll('input')].some(({ value }) => value === text),
      {},
      base,
    );
    const key = await options.waitForSelector('input[type="password"]');
    await key?.type(apiKeyOf('acme', 'ada'));
    const before = demo.requests.length;
    await press('Test connection');
    await says('will go to base.manager.example.edu');
    expect(hostsSince(before)).not.toContain('base.manager.example.edu');
    await press('Allow base.manager.example.edu');
    await says('The connection works');
    const asked = demo.requests.slice(before).filter(({ authorization }) => authorization);
    expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['base.manager.example.edu']));
  });
});
