import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../demo/configure';
import { type ChromiumSession, launchChromium } from '../demo/launch';
import { type Demo, startDemo } from '../demo/server';
import { API_HOST, APP, SETTINGS, settled } from './chromium';
import { outputDir } from './output';

const KEY = SETTINGS['API key'];
const profile = mkdtempSync(join(tmpdir(), 'lens-trust-'));
const said: string[] = [];
let demo: Demo;
let session: ChromiumSession;

beforeAll(async () => {
  demo = await startDemo();
  session = await launchChromium({
    extensionDir: outputDir('chrome'),
    httpsPort: demo.httpsPort,
    userDataDir: profile,
  });
  session.context.on('console', (message) => said.push(message.text()));
  await configure(session, SETTINGS);
});
afterAll(async () => {
  await demo.close();
  rmSync(profile, { recursive: true, force: true });
});

/** All text that a page of ours holds: its markup, and the values of its fields. */
const CONTENT = `document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((field) => field.value)`;

describe('the key, after a whole visit', () => {
  it('is in no page, message, console or open storage', async () => {
    const app = await session.context.newPage();
    await app.goto(APP);
    const popup = await session.openPopup();
    await popup.evaluate(`(() => {
      const heard = (window.__heard = []);
      const send = chrome.runtime.sendMessage;
      chrome.runtime.sendMessage = (...message) => { heard.push(JSON.stringify(message)); return send.apply(chrome.runtime, message); };
      new BroadcastChannel('lens').onmessage = ({ data }) => heard.push(JSON.stringify(data));
    })()`);
    await settled(popup);
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await settled(popup);
    const held = await popup.evaluate<string>(`(async () => JSON.stringify([
      window.__heard,
      await chrome.storage.local.get(null),
      await chrome.storage.session.get(null),
      { ...localStorage }, { ...sessionStorage },
    ]))()`);
    expect(held).toContain('refresh');
    expect(held).not.toContain(KEY);
    expect(await popup.evaluate<string>(CONTENT)).not.toContain(KEY);
    const options = await session.context.newPage();
    await options.goto(session.extensionUrl('options.html'));
    await options.getByText('ending in').waitFor();
    expect(await options.evaluate<string>(CONTENT)).not.toContain(KEY);
    expect(said.join('\n')).not.toContain(KEY);
  });

  it('was sent to the API host alone, in one header', () => {
    const carriers = demo.requests.filter((request) => JSON.stringify(request).includes(KEY));
    expect(carriers.length).toBeGreaterThan(5);
    for (const { host, path, query, authorization } of carriers) {
      expect([host, authorization]).toEqual([API_HOST, `Api-Token ${KEY}`]);
      expect(path + query).not.toContain(KEY);
    }
  });

  it('session tokens of the page are nowhere either', () => {
    const asked = demo.requests.filter(({ host }) => host === API_HOST);
    expect(JSON.stringify(asked)).not.toMatch(/dm_token|axd_token|edx_jwt/);
  });

  it('nothing is asked while our pages are closed', async () => {
    for (const page of session.context.pages()) {
      if (page.url().startsWith('chrome-extension:')) await page.close();
    }
    const before = demo.requests.length;
    const app = await session.context.newPage();
    await app.goto(APP);
    await app.getByRole('link', { name: 'Writing Coach' }).click();
    await app.getByLabel('Account').selectOption('grace');
    expect(demo.requests.slice(before).filter(({ host }) => host === API_HOST)).toEqual([]);
  });

  it('is in no file of the profile once the browser is closed', async () => {
    await session.close();
    const holders = filesBelow(profile).filter((path) => readFileSync(path).includes(KEY));
    expect(holders).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
