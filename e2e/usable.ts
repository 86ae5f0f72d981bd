import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findings } from './axe';

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
export async function expectUsable(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    expect(await findings(page), `forced colours, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  expect(await findings(page)).toEqual([]);
  expect(await notReached(page)).toEqual([]);
}
