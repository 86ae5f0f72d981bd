import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../demo/browser/configure';
import { APP, openOptions, openPopup, SETTINGS, type Stage, settled, startStage } from './chromium';
import { forget } from './forget';
import { allowedNowhere } from './output';
import { useStage } from './stage';
import { expectUsable } from './usable';

const stage = useStage({ configured: false });
afterEach(() => stage.demo.control.reset());

describe('by keyboard and in forced colours', () => {
  it('the first run', async () => {
    await expectUsable(await openPopup(stage, 'setup'));
  });

  it('the options page, with errors', async () => {
    const page = await openOptions(stage);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await expectUsable(page);
    await page.close();
  });

  it('sample data', async () => {
    const popup = await openPopup(stage, 'setup');
    await popup.getByRole('button', { name: 'Try with sample data' }).click();
    await settled(popup);
    await expectUsable(popup);
    await popup.getByRole('button', { name: 'Leave sample data' }).click();
    await popup.locator('main[data-state="setup"]').waitFor();
  });

  it('figures, and what is known of them below an error', async () => {
    await configure(stage.session, SETTINGS);
    await expectUsable(await openPopup(stage));
    stage.demo.control.add({ match: '/api/', resetBeforeHeaders: true });
    const popup = await openPopup(stage);
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await popup.getByRole('alert').waitFor();
    await settled(popup);
    await expect
      .poll(() => popup.evaluate('document.documentElement.scrollHeight'))
      .toBeLessThanOrEqual(600);
    await expectUsable(popup);
  });

  it.each([
    ['refused', { match: '/api/', status: 403 }, 'error'],
    ['partly refused', { match: 'user-feedback', status: 403 }, 'ready'],
    ['a rejected key', { match: '/api/', status: 401 }, 'error'],
    ['told to wait', { match: '/api/', status: 429, headers: { 'Retry-After': '3600' } }, 'error'],
  ])('%s', async (_name, fault, state) => {
    await forget(stage);
    stage.demo.control.add(fault);
    await expectUsable(await openPopup(stage, state));
    await forget(stage);
  });

  it('nobody signed in, a page of somebody else, and of another organization', async () => {
    await stage.app.getByRole('button', { name: 'Sign out' }).click();
    await expectUsable(await openPopup(stage, 'not-detected'));
    await stage.app.goto('https://docs.ibl.ai/');
    await expectUsable(await openPopup(stage, 'not-detected'));
    await stage.app.goto('https://mentorai.iblai.app/platform/globex/lab-partner?user=ada');
    await expectUsable(await openPopup(stage, 'error'));
    await stage.app.goto(APP);
  });

  it('a page that the browser shows instead of one', async () => {
    stage.demo.control.add({ match: '/platform/', resetBeforeHeaders: true });
    await stage.app.goto(APP).catch(() => undefined);
    const popup = await openPopup(stage, 'not-detected');
    await popup.getByRole('heading', { name: 'This page' }).waitFor();
    await expectUsable(popup);
    stage.demo.control.reset();
    await stage.app.goto(APP);
  });

  it('settings that can’t be read', async () => {
    const popup = await openPopup(stage);
    await popup.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
      chrome.storage.local.set({ settings: 'damaged', kept: settings }))`);
    await settled(popup, 'error');
    await expectUsable(popup);
    const page = await openOptions(stage);
    await page.getByText("The settings can't be read").waitFor();
    await expectUsable(page);
    await page.evaluate(`chrome.storage.local.get('kept').then(({ kept }) =>
      chrome.storage.local.set({ settings: kept }))`);
    await page.close();
  });
});

describe('where the browser allows no site', () => {
  let copy: string;
  let closed: Stage;
  beforeAll(async () => {
    copy = allowedNowhere('chrome');
    closed = await startStage({ extensionDir: copy });
  });
  afterAll(async () => {
    await closed.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('asks for the page', async () => {
    const popup = await openPopup(closed, 'not-detected');
    await popup.getByRole('button', { name: 'Allow Lens to read this site' }).waitFor();
    await expectUsable(popup);
  });
});
