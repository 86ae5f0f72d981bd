import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { manifest } from '../build/manifest';

const EXTENSION_UUID = '5a1d3c52-0f3b-4c5e-9d86-3f0a9d1c7e42';

export interface FirefoxSession {
  browser: Browser;
  /** Opens a page of the web or, by file name, one of ours; resolves when `ready` is on the page. */
  open: (url: string, ready: string) => Promise<Page>;
  extensionUrl: (file: string) => string;
  /** The page that the install has opened. */
  welcome: Page;
  close: () => Promise<void>;
}

interface Options {
  executablePath: string;
  extensionDir: string;
  httpsPort: number;
  prefs?: Record<string, string | number | boolean>;
  /** More of the browser's environment. */
  env?: Record<string, string>;
  /** Leaves the page that the install opens. */
  keepWelcome?: boolean;
}

/**
 * Starts Firefox with the shipped build and every host name led to one local HTTPS server.
 * Firefox has no `--host-resolver-rules`, so a CONNECT proxy on loopback does the leading.
 */
export async function startFirefox(options: Options): Promise<FirefoxSession> {
  const proxy = await startProxy(options.httpsPort);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: true,
    env: { ...process.env, ...options.env },
    acceptInsecureCerts: true,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId()]: EXTENSION_UUID }),
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      ...options.prefs,
    },
  });
  await browser.installExtension(options.extensionDir);
  const welcome = await welcomePage(browser);
  if (!options.keepWelcome) await welcome.close();
  const extensionUrl = (file: string) => `moz-extension://${EXTENSION_UUID}/${file}`;
  return {
    browser,
    extensionUrl,
    welcome,
    async open(url, ready) {
      const page = await browser.newPage();
      // The load event of a moz-extension: page is not reported; its own state is.
      const address = url.includes('://') ? url : extensionUrl(url);
      page.goto(address).catch(() => undefined);
      await arrived(page, address);
      await page.waitForSelector(ready);
      return page;
    },
    async close() {
      await browser.close();
      proxy.close();
    },
  };
}

const ARRIVAL_TIMEOUT_MS = 20_000;

/** The page that the install opens, once it is there: where one of ours is, it alone says. */
async function welcomePage(browser: Browser): Promise<Page> {
  const deadlineMs = Date.now() + ARRIVAL_TIMEOUT_MS;
  while (Date.now() < deadlineMs) {
    for (const page of await browser.pages()) {
      const at = await page.evaluate(() => document.URL).catch(() => '');
      if (at.endsWith('/options.html#welcome')) return page;
    }
    await wait(50);
  }
  throw new Error('the install opened no page');
}

/** Waits until a page's document is that of an address: what is asked of one being replaced fails. */
async function arrived(page: Page, address: string): Promise<void> {
  const deadlineMs = Date.now() + ARRIVAL_TIMEOUT_MS;
  while (Date.now() < deadlineMs) {
    const at = await page
      .evaluate(() => (document.readyState === 'complete' ? document.URL : ''))
      .catch(() => '');
    if (at === address) return;
  }
  throw new Error(`never arrived at ${address}`);
}

function extensionId(): string {
  const id = manifest({ browser: 'firefox' }).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error('the Firefox manifest names no id');
  return id;
}

/** A CONNECT proxy on loopback which leads every tunnel to one port of this machine. */
async function startProxy(targetPort: number): Promise<{ port: number; close: () => void }> {
  const server = createServer();
  server.on('connect', (_request, client) => {
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
