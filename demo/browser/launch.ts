import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { ensureChromium } from './chromium';
import { openPage } from './open';
import { runningWorker } from './worker';

/**
 * The panel opens only in a click, which Playwright's evaluate counts as. It closes the popup, often
 * before that can answer.
 */
const OPEN_PANEL = `chrome.windows.getCurrent()
  .then(({ id }) => chrome.sidePanel.open({ windowId: id }))
  .then(() => null, String)`;

/** A Chromium with the extension in it. Popup and panel are the real ones, as pages to drive. */
export interface ChromiumSession {
  context: BrowserContext;
  extensionId: string;
  extensionUrl: (file: string) => string;
  /** The running service worker; woken first where it was stopped. */
  worker: () => Promise<Worker>;
  /** Opens the real popup over the active tab. It closes by itself when something else has focus. */
  openPopup: () => Promise<Page>;
  /** Opens the real side panel beside the active tab. */
  openPanel: () => Promise<Page>;
  close: () => Promise<void>;
}

export interface LaunchOptions {
  /** The folder of the extension; others that run beside it follow after commas. */
  extensionDir: string;
  /** The port of this machine which every host name leads to. */
  httpsPort: number;
  /** True unless told otherwise. */
  headless?: boolean;
  /** A profile to keep; without one it is a new profile, deleted at the end. */
  userDataDir?: string;
  args?: string[];
  /** More of the browser's environment: `TZ` is its time zone. */
  env?: Record<string, string>;
  /** How to treat the page that the install opens; `none` if a policy prevents it, or a profile that is set up. */
  welcome?: 'close' | 'keep' | 'none';
}

/**
 * Starts Chromium with an unpacked extension and every host name led to one local HTTPS server, so
 * that the shipped build runs with the real names. Nothing else is reached.
 */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumSession> {
  const executablePath = await ensureChromium();
  // A popup begins as a target of type "other", which Playwright attaches to only when told so.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
  const isNew = !options.userDataDir || !existsSync(join(options.userDataDir, 'Default'));
  const context = await chromium.launchPersistentContext(options.userDataDir ?? '', {
    executablePath,
    // The old headless mode, which Playwright's own flag may choose, loads no extensions.
    headless: false,
    viewport: null,
    ...(options.env ? { env: { ...process.env, ...options.env } } : {}),
    args: [...flagsOf(options), ...(options.args ?? [])],
  });
  const first = await firstWorker(context, options.extensionDir);
  const extensionId = new URL(first.url()).host;
  const extensionUrl = (file: string) => `chrome-extension://${extensionId}/${file}`;

  const { welcome = isNew ? 'close' : 'none' } = options;
  if (welcome !== 'none') {
    const page = await welcomePage(context);
    if (welcome === 'close') await page.close();
  }

  const worker = () => runningWorker(context, `chrome-extension://${extensionId}`);
  const openPopup = () =>
    openPage(context, extensionUrl('popup.html'), async () => {
      await (await worker()).evaluate('chrome.action.openPopup()');
    });

  return {
    context,
    extensionId,
    extensionUrl,
    worker,
    openPopup,
    openPanel: () =>
      openPage(context, extensionUrl('sidepanel.html'), async () => {
        const popup = await openPopup();
        const refusal = await popup.evaluate(OPEN_PANEL).catch(() => null);
        if (refusal !== null) throw new Error(`The panel did not open: ${refusal}`);
      }),
    close: () => context.close(),
  };
}

/** The worker of the extension in the first folder, whichever of several starts first. */
async function firstWorker(context: BrowserContext, extensionDir: string): Promise<Worker> {
  const folders = extensionDir.split(',');
  while (context.serviceWorkers().length < folders.length) {
    await context.waitForEvent('serviceworker');
  }
  const [own = ''] = folders;
  const { short_name } = JSON.parse(readFileSync(join(own, 'manifest.json'), 'utf8'));
  for (const worker of context.serviceWorkers()) {
    if (folders.length === 1) return worker;
    const name = await worker.evaluate('chrome.runtime.getManifest().short_name');
    if (name === short_name) return worker;
  }
  throw new Error(`${own} did not start.`);
}

const WELCOME_TIMEOUT_MS = 20_000;

/** The page that the install opens, once it is there: a page is told of before it is at its address. */
async function welcomePage(context: BrowserContext): Promise<Page> {
  const deadlineMs = Date.now() + WELCOME_TIMEOUT_MS;
  while (Date.now() < deadlineMs) {
    const found = context.pages().find((page) => page.url().endsWith('/options.html#welcome'));
    if (found) return found;
    await wait(50);
  }
  throw new Error('The install opened no page.');
}

function flagsOf({ extensionDir, httpsPort, headless = true }: LaunchOptions): string[] {
  return [
    // Without a screen of some size, a popup is cut to the default one's 600 pixels and less.
    ...(headless ? ['--headless=new', '--window-size=1440,900', '--screen-info={1600x1200}'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    `--host-resolver-rules=MAP * 127.0.0.1:${httpsPort}`,
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // After a crash it offers the pages of before in a bubble, which takes the focus: a popup closes then.
    '--hide-crash-restore-bubble',
    '--no-first-run',
    '--lang=en-US',
    '--disable-quic',
  ];
}
