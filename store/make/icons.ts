import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';

const FOLDER = fileURLToPath(new URL('../../public/icon/', import.meta.url));

/** The drawings: the pages show the one, the other has fewer and heavier strokes for the smallest icon. */
const DRAWINGS = {
  'lens.svg': `${FOLDER}lens.svg`,
  'lens-small.svg': fileURLToPath(new URL('lens-small.svg', import.meta.url)),
} as const;

/** An icon as the browsers and stores take it. */
export interface Icon {
  sizePx: number;
  source: keyof typeof DRAWINGS;
  /** Transparent room on each side; undefined keeps the drawing's own. */
  paddingPx?: number;
}

/** How much of each side of `lens.svg` is empty, of its 128 units. */
const OWN_PADDING = 6;
const OWN_SIZE = 128;

/**
 * Every size that a manifest or a store names as a PNG. The largest is the one that Chrome's store shows: 96
 * pixels of drawing and 16 of room on each side. https://developer.chrome.com/docs/webstore/images
 */
export const ICONS: Icon[] = [
  { sizePx: 16, source: 'lens-small.svg' },
  { sizePx: 32, source: 'lens.svg' },
  { sizePx: 48, source: 'lens.svg' },
  { sizePx: 128, source: 'lens.svg', paddingPx: 16 },
];

/** Where an icon lies; WXT finds it there by its size. */
export const iconFile = ({ sizePx }: Icon): string => `${FOLDER}${sizePx}.png`;

/** The drawing as an address for `<img>`, with as many units of room around it. */
export function drawing(source: Icon['source'], roomUnits = 0): string {
  const svg = readFileSync(DRAWINGS[source], 'utf8').replace(
    /viewBox="0 0 (\d+) \1"/,
    (_, units: string) => {
      const side = Number(units) + 2 * roomUnits;
      return `viewBox="${-roomUnits} ${-roomUnits} ${side} ${side}"`;
    },
  );
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/**
 * An icon as a PNG with transparent room around it, of so few colours that its bytes name them by number:
 * half the size, and nothing that an eye could see is lost.
 */
export async function drawIcon(browser: Browser, icon: Icon): Promise<Buffer> {
  const { sizePx, source, paddingPx } = icon;
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  await page.setContent(
    `<style>html { overflow: hidden } body { margin: 0; font-size: 0 }</style>
    <img src="${drawing(source, paddingPx === undefined ? 0 : roomFor(sizePx, paddingPx))}" width="${sizePx}">`,
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return sharp(png).png({ palette: true, quality: 90, effort: 10, dither: 0 }).toBuffer();
}

/** The units to add on each side of `lens.svg`, so that its own room becomes the padding. */
function roomFor(sizePx: number, paddingPx: number): number {
  const unitsPerPx = (OWN_SIZE - 2 * OWN_PADDING) / (sizePx - 2 * paddingPx);
  return paddingPx * unitsPerPx - OWN_PADDING;
}
