import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../demo/browser/configure';
import { type ChromiumSession, launchChromium } from '../demo/browser/launch';
import { type Demo, startDemo } from '../demo/server/server';
import { API_HOST, APP, SETTINGS, settled } from './chromium';
import { outputDir } from './output';

const profile = mkdtempSync(join(tmpdir(), 'lens-profile-'));
let demo: Demo;
let session: ChromiumSession;

const launch = (welcome?: 'close') =>
  launchChromium({
    extensionDir: outputDir('chrome'),
    httpsPort: demo.httpsPort,
    userDataDir: profile,
    ...(welcome ? { welcome } : {}),
  });

/** The popup over the app's page, in one of its states. */
async function popupIn(state: string) {
  const app = await session.context.newPage();
  await app.goto(APP);
  const popup = await session.openPopup();
  await settled(popup, state);
  return popup;
}

beforeAll(async () => {
  demo = await startDemo();
  session = await launch();
  await configure(session, SETTINGS);
  await popupIn('ready');
});
afterAll(async () => {
  await session.close();
  await demo.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('a profile on disk', () => {
  it('fault 67: has key, settings and figures after the browser was started again', async () => {
    await session.close();
    const before = demo.requests.length;
    session = await launch();
    const popup = await popupIn('ready');
    expect(await popup.locator('main').getAttribute('data-source')).toBe('cache');
    expect(demo.requests.slice(before).filter(({ host }) => host === API_HOST)).toEqual([]);
  });

  it('fault 50: opens with what was there after the browser was killed while it wrote', async () => {
    const options = await session.context.newPage();
    await options.goto(session.extensionUrl('options.html'));
    const view = { version: 1, value: { range: { kind: '7d' }, compare: true, scopeByOrg: {} } };
    await options.evaluate(
      `setInterval(() => chrome.storage.local.set({ view: ${JSON.stringify(view)} }))`,
    );
    const browser = await session.context.browser()?.newBrowserCDPSession();
    await browser?.send('Browser.crash').catch(() => undefined);
    await session.close().catch(() => undefined);
    session = await launch();
    await popupIn('ready');
  });

  it('fault 45: begins anew when the storage’s files are garbage, and takes settings again', async () => {
    await session.close();
    const folder = join(profile, 'Default', 'Local Extension Settings', session.extensionId);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'garbage');
    // Without settings it is set up as after an install.
    session = await launch('close');
    await popupIn('setup');
    await configure(session, SETTINGS);
    await popupIn('ready');
  });
});
