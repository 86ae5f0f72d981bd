import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChromiumSession, launchChromium } from '../demo/browser/launch';
import { copyOfBuild, outputText } from './output';

let copy: string;
let profile: string;
let session: ChromiumSession;

/** The port of nobody: no command here gets as far as the network. */
const launch = () =>
  launchChromium({ extensionDir: copy, httpsPort: 9, userDataDir: profile, welcome: 'none' });

/** Puts another release of the work into the build, and leaves the worker's own script as it is. */
function release(version: string): void {
  const manifest = { ...JSON.parse(outputText('chrome', 'manifest.json')), version };
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(copy, 'work.js'), outputText('chrome', 'work.js'));
  appendFileSync(join(copy, 'work.js'), `\nglobalThis.releaseOfWork = '${version}';`);
}

beforeEach(async () => {
  copy = copyOfBuild('chrome');
  profile = mkdtempSync(join(tmpdir(), 'lens-profile-'));
});
afterEach(async () => {
  await session.close();
  for (const folder of [copy, profile]) rmSync(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html'));
  return page;
}

const ask = (page: Page, command: string, args: object) =>
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
const refused = { ok: false, failure: { kind: 'worker-unreachable' } };
const noKey = { ok: false, failure: { kind: 'no-key' } };

/** Which release of the work runs; undefined before any was loaded. */
const releaseRun = async () =>
  (await session.worker()).evaluate<unknown>('globalThis.releaseOfWork');

async function stop(page: Page): Promise<void> {
  const cdp = await session.context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

/** Stops the worker twice; each start loads the work at the first command and not before. */
async function expectWork(version: string): Promise<void> {
  const page = await openPage();
  for (let n = 0; n < 2; n += 1) {
    await stop(page);
    expect(await ask(page, 'none', {})).toEqual(refused);
    expect(await releaseRun()).toBeUndefined();
    expect(await ask(page, 'month', MONTH)).toEqual(noKey);
    expect(await releaseRun()).toBe(version);
  }
  await page.close();
}

describe('the worker’s second script', () => {
  it('faults 55, 67: is there after the worker was stopped, and after the browser was started again', async () => {
    release('1.0.0');
    session = await launch();
    await expectWork('1.0.0');
    await session.close();
    session = await launch();
    await expectWork('1.0.0');
  });

  it('faults 65, 66: is the new one after an update, though the first script is the same', async () => {
    release('1.0.0');
    session = await launch();
    await allowReloading();
    await expectWork('1.0.0');
    for (const version of ['1.0.1', '1.0.2']) {
      release(version);
      const page = await openPage();
      const updated = session.context.waitForEvent('serviceworker');
      await page.evaluate(() => void setTimeout(Reflect.get(globalThis, 'chrome').runtime.reload));
      await updated;
      await expectWork(version);
    }
  });

  it('fault 59: that could not be loaded is loaded at the browser’s next start; until then all is refused', async () => {
    writeFileSync(join(copy, 'work.js'), 'throw new Error("half a file");');
    session = await launch();
    const page = await openPage();
    const reply = await ask(page, 'month', MONTH).catch(() => 'nobody there');
    expect([refused, 'nobody there']).toContainEqual(reply);
    await session.close();
    release('1.0.0');
    session = await launch();
    await expectWork('1.0.0');
  });
});

/** Without the developer mode Chromium takes no unpacked extension back that reloads itself. */
async function allowReloading(): Promise<void> {
  const page = await session.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() =>
    Reflect.get(globalThis, 'chrome').developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  await page.close();
}
