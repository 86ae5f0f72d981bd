import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { configure } from '../demo/browser/configure';
import { findings } from './axe';
import { APP, openOptions, openPopup, SETTINGS, settled } from './chromium';
import { forget } from './forget';
import { useStage } from './stage';

const stage = useStage({ configured: false });
afterEach(() => stage.demo.control.reset());

/** Lists all controls by tag and name, and those that Tab does not reach or that show no focus ring then. */
const NOT_REACHED = `(() => {
  const controls = [...document.querySelectorAll('button, a[href], input, select, summary, canvas, [tabindex="0"]')]
    .filter((it) => !it.disabled && it.getClientRects().length > 0);
  const reached = new Set(window.__reached);
  return controls.filter((it) => !reached.has(it)).map((it) => it.tagName + ' ' + (it.title || it.textContent));
})()`;

/** Walks through the whole page with Tab alone. */
async function notReached(page: Page): Promise<string[]> {
  await page.evaluate(`(() => {
    document.activeElement?.blur();
    window.__reached = [];
    document.addEventListener('focusin', ({ target }) => {
      // A chart's ring is around all of it.
      const rings = [target, target.parentElement].map((it) => getComputedStyle(it));
      if (rings.some((it) => it.outlineStyle !== 'none' && it.outlineWidth !== '0px')) {
        window.__reached.push(target);
      }
    });
  })()`);
  const many = await page.locator('button, a, input, select, summary, canvas').count();
  for (let turn = 0; turn < many + 10; turn += 1) await page.keyboard.press('Tab');
  return page.evaluate<string[]>(NOT_REACHED);
}

/** Expects nothing of axe in forced colours, of either ground, and every control within reach of the keyboard. */
async function expectUsable(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    expect(await findings(page), `forced colours, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  expect(await findings(page)).toEqual([]);
  expect(await notReached(page)).toEqual([]);
}

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
});
