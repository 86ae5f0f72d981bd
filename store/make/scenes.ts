import type { Locator, Page } from 'playwright-core';
import type { ChromiumSession } from '../../demo/browser/launch';
import { apiKeyOf } from '../../demo/data/organizations';
import type { Scene } from './captions';
import { type Locale, textOf } from './locales';

/** One capture of the product, and the surface that it shows. */
export interface Taken {
  part: 'page' | 'popup' | 'panel' | 'options';
  png: Buffer;
}

/** The parts of a screenshot in the pixels that it gives them. */
const PAGE = { width: 1160, height: 680 };
const BESIDE = { page: 720, panel: 440 };
/** Two captures of one page: its top and a part further down. */
const PAIR = { width: 568, height: PAGE.height };

/** The browser, the tab with the page of an app, and the language. */
interface Studio {
  session: ChromiumSession;
  app: Page;
  locale: Locale;
}

/** Enters key and organization on the options page, and leaves it open. */
export async function enterSettings({ session, locale }: Omit<Studio, 'app'>): Promise<Page> {
  const page = await session.context.newPage();
  await page.setViewportSize(PAGE);
  await page.goto(session.extensionUrl('options.html'));
  const fields = [
    ['options_api_key', apiKeyOf('acme', 'ada')],
    ['options_organization', 'acme'],
    ['options_key_owner', 'ada'],
  ] as const;
  for (const [label, value] of fields) {
    await page.getByLabel(textOf(locale, label), { exact: true }).fill(value);
  }
  await button(page, textOf(locale, 'options_save')).click();
  await page.getByRole('status').getByText(textOf(locale, 'options_saved')).waitFor();
  return page;
}

/** Brings the product into the state of each scene, as a user would, and captures it. */
export const SCENE_OF: Record<Scene, (studio: Studio) => Promise<Taken[]>> = {
  async popup({ session, app }) {
    await app.setViewportSize(PAGE);
    await app.bringToFront();
    const page = await taken('page', app);
    const popup = await session.openPopup();
    await settled(popup);
    return [page, await taken('popup', popup)];
  },

  async panel({ session, app, locale }) {
    await app.setViewportSize({ width: BESIDE.page, height: PAGE.height });
    const page = await taken('page', app);
    const panel = await panelOf(session, BESIDE.panel);
    await button(panel, textOf(locale, 'ui_scope_mentor')).click();
    await settled(panel);
    const picture = await taken('panel', panel);
    await button(panel, textOf(locale, 'ui_scope_all')).click();
    await settled(panel);
    await panel.close();
    return [page, picture];
  },

  async compare({ session, locale }) {
    const panel = await panelOf(session, PAIR.width, 'dark');
    const compare = panel.getByText(textOf(locale, 'ui_compare'), { exact: true });
    await chooseRange(panel, '7 d');
    await compare.click();
    await settled(panel);
    const top = await taken('panel', panel);
    await toTop(panel.locator('section[data-card="cost"]'));
    const further = await taken('panel', panel);
    await compare.click();
    await chooseRange(panel, '30 d');
    await panel.close();
    return [top, further];
  },

  async 'take-along'({ session, locale, app }) {
    await app.getByRole('link', { name: 'Writing Coach' }).click();
    await app.getByRole('heading', { name: 'Writing Coach' }).waitFor();
    const page = await taken('page', app);
    const panel = await panelOf(session, BESIDE.panel);
    const cost = panel.locator('section[data-card="cost"]');
    await cost.getByText(textOf(locale, 'ui_show_as_table')).click();
    await button(panel, textOf(locale, 'ui_export')).click();
    await panel.getByRole('menuitem').first().waitFor();
    await toTop(cost);
    const picture = await taken('panel', panel);
    await panel.close();
    return [page, picture];
  },

  async options({ session, locale }) {
    const page = await enterSettings({ session, locale });
    await page.setViewportSize(PAIR);
    await button(page, textOf(locale, 'options_test')).click();
    await page.locator('.checks').waitFor();
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    const top = await taken('options', page);
    await toTop(button(page, textOf(locale, 'options_save')));
    const further = await taken('options', page);
    await page.close();
    return [top, further];
  },
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Scrolls until an element is the first to be seen, as far as the page reaches. */
const toTop = (element: Locator) =>
  element.evaluate((it) => scrollTo(0, scrollY + it.getBoundingClientRect().top - 12));

async function chooseRange(page: Page, name: string): Promise<void> {
  await page.locator('.controls').getByText(name, { exact: true }).click();
  await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
  await settled(page);
}

async function taken(part: Taken['part'], page: Page): Promise<Taken> {
  return { part, png: await page.screenshot() };
}

/** The panel's own page at a width of choice: the browser gives the real one any from 280 pixels on. */
async function panelOf(
  session: ChromiumSession,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const panel = await session.openPanel();
  await panel.setViewportSize({ width, height: PAGE.height });
  await panel.emulateMedia({ colorScheme });
  // The page is drawn again at the pixel density of the capture.
  await panel.reload();
  await settled(panel);
  return panel;
}

/** Waits until no request is running. */
async function settled(page: Page): Promise<void> {
  await page.locator('main[data-state="ready"][aria-busy="false"]').waitFor();
}
