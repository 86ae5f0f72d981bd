import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { ChromiumSession } from './launch';

const OUT = fileURLToPath(new URL('../out/', import.meta.url));

/**
 * Takes screenshots of popup, panel and options over the page of an app, in light and dark, and one
 * of popup and page together. Returns the files.
 */
export async function takePictures(session: ChromiumSession, app: Page): Promise<string[]> {
  mkdirSync(OUT, { recursive: true });
  const files: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const take = async (page: Page, name: string) => {
      const path = `${OUT}${name}-${colorScheme}.png`;
      await page.screenshot({ path });
      files.push(path);
    };
    await app.emulateMedia({ colorScheme });
    await app.bringToFront();
    await take(app, 'page');
    const popup = await session.openPopup();
    await settle(popup, colorScheme);
    await take(popup, 'popup');
    const panel = await session.openPanel();
    await settle(panel, colorScheme);
    await take(panel, 'panel');
    await panel.close();
    const options = await session.context.newPage();
    await options.emulateMedia({ colorScheme });
    await options.goto(session.extensionUrl('options.html'));
    await options.getByRole('button', { name: 'Save', exact: true }).waitFor();
    // A window of its height: in a picture of more than the window, what sticks to its end hides fields.
    await options.setViewportSize({
      width: 800,
      height: await options.evaluate(() => document.documentElement.scrollHeight),
    });
    await take(options, 'options');
    await options.close();
  }
  return [await together(session, 'light'), ...files];
}

/**
 * Waits until every request has ended and every card shows its figures. A card that a deployment does
 * not serve shows none.
 */
async function settle(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const settled = ['ready', 'empty', 'error'].map((state) => `[data-state="${state}"]`).join();
  await page.locator(`main[aria-busy="false"]:is(${settled})`).waitFor();
  const cards = await page.locator('section[data-card][data-state="ready"]').all();
  for (const card of cards)
    await card.locator('canvas, [data-topic], [data-hour]').first().waitFor();
  await page.getByText('Refreshing').waitFor({ state: 'hidden' });
}

/** The popup where the browser shows it: under its icon, above the page. */
async function together(session: ChromiumSession, colorScheme: string): Promise<string> {
  const image = (name: string) =>
    `data:image/png;base64,${readFileSync(`${OUT}${name}-${colorScheme}.png`).toString('base64')}`;
  const page = await session.context.newPage();
  await page.setContent(
    `<style>
      html { overflow: hidden }
      body { margin: 0 }
      figure { position: relative; width: 1440px; margin: 0; font-size: 0 }
      .page { width: 100% }
      .popup { position: absolute; top: 8px; right: 24px; width: 400px; border-radius: 10px;
        box-shadow: 0 6px 30px #0006 }
    </style>
    <figure>
      <img class="page" src="${image('page')}"><img class="popup" src="${image('popup')}">
    </figure>`,
  );
  const path = `${OUT}together.png`;
  await page.locator('figure').screenshot({ path });
  await page.close();
  return path;
}
