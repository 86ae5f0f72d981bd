import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateRequest } from '../demo/contract';
import {
  API_HOST,
  APP,
  allRequests,
  apiRequests,
  openOptions,
  openPopup,
  SETTINGS,
  type Stage,
  settled,
  startStage,
} from './chromium';
import { ALL_HELD, CONTENT, LISTEN, workerRuns } from './traces';
import { chooseRange } from './view';

const KEY = SETTINGS['API key'];
const folder = mkdtempSync(join(tmpdir(), 'lens-trust-'));
const profile = join(folder, 'profile');
const netLog = join(folder, 'net-log.json');
const said: string[] = [];
let stage: Stage;

beforeAll(async () => {
  const args = [`--log-net-log=${netLog}`, '--net-log-capture-mode=IncludeSensitive'];
  stage = await startStage({ userDataDir: profile, args });
  stage.session.context.on('console', (message) => said.push(message.text()));
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

async function holdsNothing(page: Page): Promise<void> {
  expect(await page.evaluate<string>(CONTENT)).not.toContain(KEY);
  const held = await page.evaluate<string>(ALL_HELD);
  expect(held).toContain('settings');
  expect(held).not.toContain(KEY);
}

describe('the key, over a whole visit', () => {
  it('is in no page, message, console or open storage', async () => {
    const popup = await openPopup(stage);
    await popup.evaluate(LISTEN);
    await chooseRange(popup, '7 d');
    await settled(popup);
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await settled(popup);
    const heard = await popup.evaluate<string>('JSON.stringify(window.__heard)');
    expect(heard).toContain('refresh');
    expect(heard).toContain('snapshot');
    expect(heard).not.toContain(KEY);
    await holdsNothing(popup);

    const options = await openOptions(stage);
    await options.getByText('ending in').waitFor();
    await options.evaluate(LISTEN);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByRole('status').getByText('works').waitFor();
    // A key that is being typed stands in its field alone, and goes into no message either.
    await options.getByLabel('API key', { exact: true }).fill(KEY);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByRole('status').getByText('Asking').waitFor({ state: 'detached' });
    await options.getByRole('status').getByText('works').waitFor();
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await options.getByRole('status').getByText('Saved').waitFor();
    const asked = await options.evaluate<string>('JSON.stringify(window.__heard)');
    expect(asked).toContain('candidate');
    expect(asked).not.toContain(KEY);
    await holdsNothing(options);
    expect(said.join('\n')).not.toContain(KEY);
  });

  it('was sent to the API host alone, in requests that its schema knows', () => {
    expect(new Set(allRequests(stage).map(({ host }) => host))).toEqual(
      new Set([API_HOST, new URL(APP).host]),
    );
    const asked = apiRequests(stage);
    expect(asked.length).toBeGreaterThan(20);
    for (const { path, query, authorization } of asked) {
      expect(authorization).toBe(`Api-Token ${KEY}`);
      expect(validateRequest('GET', new URL(`https://${API_HOST}${path}${query}`))).toEqual([]);
    }
  });

  it('fault 83: session tokens of the page are in no request, page, message or storage', async () => {
    const popup = await openPopup(stage);
    const held = await popup.evaluate<string>(ALL_HELD);
    const asked = JSON.stringify(apiRequests(stage));
    for (const text of [held, asked, said.join('\n'), await popup.evaluate<string>(CONTENT)]) {
      expect(text).not.toMatch(/secret-|dm_token|axd_token|edx_jwt/);
    }
  });

  it('nothing of ours runs, asks or reads while our pages are closed', async () => {
    const { context } = stage.session;
    const ours = context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
    for (const page of ours) await page.close();
    const cdp = await context.newCDPSession(stage.app);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await expect.poll(() => workerRuns(context)).toBe(false);
    const before = stage.demo.requests.length;
    await stage.app.goto(APP);
    await stage.app.getByRole('link', { name: 'Writing Coach' }).click();
    await stage.app.getByLabel('Account').selectOption('grace');
    const other = await context.newPage();
    await other.goto('https://os.ibl.ai/platform/acme/writing-coach?user=grace');
    await other.close();
    expect(apiRequests(stage, before)).toEqual([]);
    expect(await workerRuns(context)).toBe(false);
  });

  it('is in no file of the profile, and on the wire in its one header', async () => {
    await stage.session.close();
    expect(filesBelow(profile).length).toBeGreaterThan(50);
    const holders = filesBelow(profile).filter((path) => readFileSync(path).includes(KEY));
    expect(holders).toEqual([]);
    const wire = readFileSync(netLog, 'utf8').split(KEY);
    expect(wire.length).toBeGreaterThan(20);
    for (const before of wire.slice(0, -1)) expect(before).toMatch(/authorization: Api-Token $/i);
  });
});

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
