import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionIn } from '../store/make/extension';
import { LOCALES } from '../store/make/locales';
import { enterSettings } from '../store/make/scenes';
import { drawn, openPopup, type Stage, settled, startStage } from './chromium';

/** As high as browsers let a popup be. */
const HIGHEST_PX = 600;

/** The names of the elements that lie outside of the window or below the footer's upper edge. */
const outOfSight = (page: Page) =>
  page.evaluate(() => {
    const end = document.querySelector('.bottom')?.getBoundingClientRect().top ?? 0;
    const all = document.querySelectorAll<HTMLElement>(
      '.who h1, .controls, .headline strong, output[data-kpi]:not([hidden]), .change, canvas[role=img], .card-scope, summary',
    );
    return [...all].flatMap((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const isIn = top >= 0 && bottom <= end && left >= 0 && right <= innerWidth;
      return isIn ? [] : [`${element.tagName} ${element.className} ${top}-${bottom} of ${end}`];
    });
  });

describe.each(LOCALES)('the real popup in %s', (locale) => {
  let stage: Stage;
  let extensionDir: string;
  beforeAll(async () => {
    extensionDir = extensionIn(locale);
    stage = await startStage({ extensionDir, configured: false });
    await (await enterSettings({ session: stage.session, locale })).close();
  });
  afterAll(async () => {
    await stage.close();
    rmSync(extensionDir, { recursive: true });
  });

  it.each([
    'light',
    'dark',
  ] as const)('shows four figures and three charts in one look, %s', async (colorScheme) => {
    const popup = await openPopup(stage);
    await popup.emulateMedia({ colorScheme });
    await drawn(popup);
    await expectOneLook(popup);
    // Twelve months, whose sentences and dates are longer.
    await popup.locator('.controls button').last().click();
    await popup.locator('.custom .buttons button').nth(TWELVE_MONTHS).click();
    await popup.locator('.custom').waitFor({ state: 'detached' });
    await settled(popup);
    await drawn(popup);
    await expectOneLook(popup);
    await popup.locator('.controls button').nth(THIRTY_DAYS).click();
    await popup
      .locator('.controls button')
      .nth(THIRTY_DAYS)
      .and(popup.locator('[aria-pressed=true]'))
      .waitFor();
    await settled(popup);
  });

  async function expectOneLook(popup: Page): Promise<void> {
    expect(await popup.evaluate('innerHeight')).toBeLessThanOrEqual(HIGHEST_PX);
    expect(await popup.locator('output[data-kpi]:not([data-value=""])').count()).toBe(4);
    expect(await popup.locator('canvas[role=img]').count()).toBe(3);
    for (const says of [true, false]) {
      await popup.locator('.headline strong').evaluate(
        (it, text) => {
          it.textContent = text;
        },
        says ? LONG[locale] : '',
      );
      expect(await outOfSight(popup), says ? 'with the sentence' : 'without').toEqual([]);
    }
  }
});

/** The places among the ranges in the line, and among those below the form's days. */
const THIRTY_DAYS = 2;
const TWELVE_MONTHS = 3;

/** A sentence as long as they get. */
const LONG = {
  en: 'Veteran users up 138% on the 30 days before, 22% of it within Nov 17 – Nov 23, 2026.',
  es: 'Usuarios veteranos: 138 % más respecto a los 30 días anteriores; 22 % de ello, el 17 de nov de 2026.',
};
