import type { Browser } from 'playwright-core';
import { CAPTIONS, type Scene } from './captions';
import { drawing } from './icons';
import type { Locale } from './locales';
import type { Taken } from './scenes';

/** The size of a screenshot that every store accepts, in pixels. */
export const SCREENSHOT = { width: 1280, height: 800 };

const STYLE = `
  html { overflow: hidden }
  body { margin: 0; width: 1280px; height: 800px; overflow: hidden; font-size: 0;
    background: linear-gradient(160deg, #f3f6f4, #d3e6dd); color: #17201c }
  body.dark { background: linear-gradient(160deg, #24332d, #101714); color: #e8ecea }
  header { display: flex; align-items: center; justify-content: center; gap: 16px; height: 90px;
    font: 700 31px/1.2 'Liberation Sans', Arial, sans-serif; letter-spacing: -.015em }
  header img { width: 46px }
  main { position: relative; display: flex; width: 1160px; height: 680px; margin: 0 auto }
  .one, .two > img { overflow: hidden; border-radius: 12px;
    box-shadow: 0 0 0 1px #17201c1f, 0 18px 50px #17201c33 }
  .two { justify-content: space-between }
  .dark .two > img { box-shadow: 0 0 0 1px #ffffff26, 0 18px 50px #0008 }
  main > img { display: block; height: 680px }
  .popup { position: absolute; top: 12px; right: 20px; width: 400px; height: auto !important;
    border-radius: 10px; box-shadow: 0 0 0 1px #17201c14, 0 10px 40px #17201c55 }
  .one > .panel { box-sizing: border-box; border-left: 1px solid #cfd6d2 }
`;

/** A screenshot for the stores: the unchanged captures on a plain background, below their caption. */
export async function compose(
  browser: Browser,
  locale: Locale,
  scene: Scene,
  pictures: Taken[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: SCREENSHOT });
  const images = pictures.map(
    ({ part, png }) =>
      `<img class="${part}" src="data:image/png;base64,${png.toString('base64')}">`,
  );
  const parts = new Set(pictures.map(({ part }) => part));
  await page.setContent(
    `<html lang="${locale}"><style>${STYLE}</style><body class="${scene === 'compare' ? 'dark' : ''}">
      <header><img src="${drawing('lens.svg')}">${CAPTIONS[locale][scene]}</header>
      <main class="${parts.size > 1 ? 'one' : 'two'}">${images.join('')}</main>`,
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const png = await page.screenshot();
  await page.close();
  return png;
}
