import type { Page } from 'playwright-core';
import { configure, type Settings } from '../demo/browser/configure';
import { type ChromiumSession, launchChromium } from '../demo/browser/launch';
import { apiKeyOf } from '../demo/data/organizations';
import { type Demo, startDemo } from '../demo/server/server';
import { NOW_MS } from './expected';
import { outputDir } from './output';

/** The shipped build in a real Chromium, beside the demo that stands in for ibl.ai. */
export interface Stage {
  demo: Demo;
  session: ChromiumSession;
  /** A tab on the page of an app. */
  app: Page;
  /** Everything that any page of ours or the worker has written to its console as an error. */
  errors: string[];
  close: () => Promise<void>;
}

export interface StageOptions {
  /** Whether key and organization are entered. */
  configured?: boolean;
  /** A profile to keep. */
  userDataDir?: string;
  /** Resolver rules for some host names; all other names lead to the demo. */
  hostRules?: string[];
  /** Where the build lies, if not in its usual place. */
  extensionDir?: string;
  /** The demo's clock; it stands still unless one is given. */
  nowMs?: () => number;
  /** More of Chromium's own flags. */
  args?: string[];
  /** More of the browser's environment. */
  env?: Record<string, string>;
  /** How to treat the page that the install opens. */
  welcome?: 'close' | 'keep' | 'none';
}

export const APP = 'https://mentorai.iblai.app/platform/acme/calculus-tutor?user=ada';
export const API_HOST = 'base.manager.iblai.app';

/** An administrator's key of Acme University, good for everybody there. */
export const SETTINGS: Settings = {
  'API key': apiKeyOf('acme', 'ada'),
  Organization: 'acme',
  'API base URL': `https://${API_HOST}`,
  'Key owner': 'ada',
};

/** Starts demo and browser on a fresh profile, with a tab on the page of an app. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const { configured = true, userDataDir = '', hostRules = [], args = [] } = options;
  const demo = await startDemo({ nowMs: options.nowMs ?? (() => NOW_MS) });
  const rules = [...hostRules, `MAP * 127.0.0.1:${demo.httpsPort}`];
  const session = await launchChromium({
    extensionDir: options.extensionDir ?? outputDir('chrome'),
    httpsPort: demo.httpsPort,
    userDataDir,
    ...(options.env ? { env: options.env } : {}),
    ...(options.welcome ? { welcome: options.welcome } : {}),
    args: [`--host-resolver-rules=${rules.join(', ')}`, ...args],
  });
  const errors: string[] = [];
  session.context.on('console', (message) => {
    const ours = message.location().url.startsWith('chrome-extension:');
    if (ours && message.type() === 'error') errors.push(message.text());
  });
  session.context.on('weberror', (error) => errors.push(String(error.error())));
  if (configured) await configure(session, SETTINGS);
  const app = session.context.pages()[0] ?? (await session.context.newPage());
  await app.goto(APP);
  const close = async () => {
    await session.close();
    await demo.close();
  };
  return { demo, session, app, errors, close };
}

/** Waits until the dashboard is in one of its states, with nothing on its way any more. */
export async function settled(page: Page, state = 'ready'): Promise<void> {
  await page.locator(`main[data-state="${state}"][aria-busy="false"]`).waitFor();
}

/**
 * Comes near a chart, as often as a pointer that moves, and waits until each is on its canvas: until then its
 * sketch stands. A page that is just taking over its first paint may miss the first of these events.
 */
export async function drawn(page: Page): Promise<void> {
  const third = page.locator('.plot').nth(2);
  const onCanvas = page.locator('.plot[data-drawn="chart"]').nth(2);
  for (let turn = 0; turn < 30; turn += 1) {
    await third.dispatchEvent('pointerover');
    const isDrawn = onCanvas.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (await isDrawn) return;
  }
  throw new Error('The charts were not drawn.');
}

/** The real popup over the app's tab, settled. */
export async function openPopup({ session, app }: Stage, state = 'ready'): Promise<Page> {
  await app.bringToFront();
  const popup = await session.openPopup();
  await settled(popup, state);
  return popup;
}

/** The popup's page in a tab, which keeps the focus: the real popup closes when a download begins. */
export async function openPopupTab({ session }: Stage): Promise<Page> {
  const page = await session.context.newPage();
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto(session.extensionUrl('popup.html'));
  await settled(page);
  return page;
}

/** The options page in a tab of its own, its stored settings filled in. */
export async function openOptions({ session }: Stage): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html'));
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  return page;
}

/** Types into the fields of the options page, by their labels. */
export async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** The four headline figures as their raw values; null while unknown. */
export async function figuresOn(page: Page): Promise<Record<string, number | null>> {
  const found: Record<string, number | null> = {};
  for (const name of ['new-users', 'veteran-users', 'cost', 'feedback']) {
    const value = await page.locator(`output[data-kpi="${name}"]`).getAttribute('data-value');
    found[name] = value === null || value === '' ? null : Number(value);
  }
  return found;
}

/** The hosts of Google to which Chromium sends requests by itself. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic)\.com$/;

/** Every request of pages and extension since `from`. */
export const allRequests = ({ demo }: Stage, from = 0) =>
  demo.requests.slice(from).filter(({ host }) => !BROWSERS_OWN.test(host));

/** The requests that reached the API since `from`. */
export const apiRequests = ({ demo }: Stage, from = 0) =>
  demo.requests.slice(from).filter(({ host }) => host === API_HOST);
