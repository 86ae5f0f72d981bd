import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDrawing } from '../store/make/browser';
import { drawIcon, ICONS, iconFile } from '../store/make/icons';
import { LOCALES } from '../store/make/locales';
import { drawTile, TILE, tileFile } from '../store/make/tile';
import { type BrowserName, outputText } from './output';

/** Browsers of other years smooth edges a little otherwise; 255 would be black for white all over. */
const MOST_DIFFERENCE = 4;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchDrawing();
  page = await browser.newPage();
});
afterAll(() => browser.close());

interface Comparison {
  width: number;
  height: number;
  /** Mean difference of all channels, of 255. */
  difference: number;
  /** The first and last column that shows anything. */
  shown: [number, number];
}

/** Two PNGs beside each other, pixel by pixel, as the browser decodes them. */
const compare = (one: Buffer, other: Buffer): Promise<Comparison> =>
  page.evaluate(
    async ([a, b]) => {
      const read = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height);
      };
      const [first, second] = [await read(a), await read(b)];
      if (!first || !second) throw new Error('no canvas');
      const columns: number[] = [];
      let sum = first.data.length === second.data.length ? 0 : Number.POSITIVE_INFINITY;
      for (const [at, value] of first.data.entries()) {
        sum += Math.abs(value - (second.data[at] ?? 0));
        if (at % 4 === 3 && value > 8) columns.push(((at - 3) / 4) % first.width);
      }
      const shown: [number, number] = [Infinity, -Infinity];
      for (const column of columns) {
        shown[0] = Math.min(shown[0], column);
        shown[1] = Math.max(shown[1], column);
      }
      const { width, height } = first;
      return { width, height, difference: sum / first.data.length, shown };
    },
    [one.toString('base64'), other.toString('base64')] as const,
  );

describe('the icons', () => {
  it('are what the script draws', async () => {
    for (const icon of ICONS) {
      const { width, height, difference } = await compare(
        readFileSync(iconFile(icon)),
        await drawIcon(browser, icon),
      );
      expect({ width, height }).toEqual({ width: icon.sizePx, height: icon.sizePx });
      expect(difference, `${icon.sizePx}`).toBeLessThan(MOST_DIFFERENCE);
    }
  });

  it('leave, in the size of the store, 16 pixels of room on each side', async () => {
    const icon = readFileSync(iconFile({ sizePx: 128, source: 'lens.svg' }));
    expect((await compare(icon, icon)).shown).toEqual([16, 111]);
  });

  it.each<BrowserName>(['chrome', 'firefox'])('stand in the manifest of %s', (name) => {
    const { icons } = JSON.parse(outputText(name, 'manifest.json'));
    const { 96: large, ...pngs } = icons;
    expect(Object.keys(pngs)).toEqual(ICONS.map(({ sizePx }) => `${sizePx}`));
    expect(large).toBe(name === 'firefox' ? 'icon/lens.svg' : undefined);
  });
});

it.each(LOCALES)('the tile of the locale %s is what the script draws', async (locale) => {
  const tile = readFileSync(tileFile(locale));
  const { width, height, difference } = await compare(tile, await drawTile(browser, locale));
  expect({ width, height }).toEqual(TILE);
  expect(difference).toBeLessThan(MOST_DIFFERENCE);
  // The stores take no transparency here: 2 is the colour type of a PNG without it.
  expect(tile.readUInt8(25)).toBe(2);
});
