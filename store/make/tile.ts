import type { Browser } from 'playwright-core';
import { drawing } from './icons';
import { type Locale, storeFile, textOf } from './locales';

/** The small promotional tile of Chrome's store. */
export const TILE = { width: 440, height: 280 };

/** Stores show it small and without its listing: no more words than these. */
const LINE: Record<Locale, string> = {
  en: 'Users, cost and feedback beside the page',
  es: 'Usuarios, coste y comentarios al lado de la página',
};

/** Where the tile of a locale lies. */
export const tileFile = (locale: Locale): string => storeFile(locale, 'tile.png');

/** The tile of a locale as a PNG without transparency: mark, name, one line. */
export async function drawTile(browser: Browser, locale: Locale): Promise<Buffer> {
  const page = await browser.newPage({ viewport: TILE });
  await page.setContent(
    `<html lang="${locale}"><style>
      html { overflow: hidden }
      body { margin: 0; box-sizing: border-box; width: 440px; height: 280px; padding: 0 28px;
        display: grid; grid-template-columns: 112px 1fr; align-items: center; gap: 20px;
        background: linear-gradient(150deg, #f2f6f3, #d5e8df); color: #17201c;
        font: 500 19px/1.35 'Liberation Sans', Arial, sans-serif }
      img { width: 112px }
      h1 { margin: 0 0 8px; font-size: 32px; font-weight: 700; line-height: 1.1;
        letter-spacing: -.02em; white-space: nowrap }
      p { margin: 0; color: #37423d; text-wrap: balance }
    </style>
    <img src="${drawing('lens.svg')}">
    <div><h1>${textOf(locale, 'app_name')}</h1><p>${LINE[locale]}</p></div>`,
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const png = await page.screenshot();
  await page.close();
  return png;
}
