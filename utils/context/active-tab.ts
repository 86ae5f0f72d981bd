import { browser } from 'wxt/browser';
import { isAppHost, isVendorHost, REQUIRED_DOMAINS } from './hosts';
import { type PageContext, parsePage } from './page';
import { readPage } from './read-page';
import { parseUrl } from './url';

/** What the tab in front of the user turned out to be. */
export type Detection =
  | { state: 'page'; tabId: number; page: PageContext }
  | { state: 'signed-out'; tabId: number; host: string }
  /** A site of nobody we know; `canAsk` is the origin that may be asked for. */
  | { state: 'not-ibl'; host: string | null; canAsk: string | null }
  /** A site of nobody we know that looks like ibl.ai: to be used only after a click. */
  | { state: 'other-site'; tabId: number; origin: string; page: PageContext }
  /** A host we serve that the browser doesn't let us read. */
  | { state: 'no-access'; origin: string };

const NOTHING: Detection = { state: 'not-ibl', host: null, canAsk: null };
const READ_TIMEOUT_MS = 3000;

/**
 * Reads who is in the tab in front of the user. Resolves within 3 s, whatever the page does: a
 * discarded, prerendered or frozen tab answers nothing.
 */
export async function detectActiveTab(): Promise<Detection> {
  try {
    const tab = await activeTab();
    return tab?.id === undefined ? NOTHING : await detect(tab.id, parseUrl(tab.url ?? ''));
  } catch {
    return NOTHING;
  }
}

/** The active tab, or the one last looked at when that is a page of our own opened in a tab. */
async function activeTab() {
  const tabs = await browser.tabs.query({ currentWindow: true });
  const own = browser.runtime.getURL('/');
  const foreign = tabs.filter(({ url, pendingUrl }) => !(pendingUrl ?? url ?? '').startsWith(own));
  const active = tabs.find(({ active }) => active);
  if (!active || foreign.includes(active)) return active;
  return foreign.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

async function detect(tabId: number, url: URL | null): Promise<Detection> {
  // Without a permission for its site a tab doesn't tell its URL.
  if (url === null) return withoutUrl();
  if (isAppHost(url)) return detectApp(tabId, url);
  const { hostname: host } = url;
  if (url.protocol !== 'https:' || isVendorHost(url))
    return { state: 'not-ibl', host, canAsk: null };
  return detectForeign(tabId, url);
}

async function detectApp(tabId: number, url: URL): Promise<Detection> {
  const page = parsePage(await read(tabId));
  if (!page.ok) return { state: 'no-access', origin: originOf(url) };
  return page.value.user
    ? { state: 'page', tabId, page: page.value }
    : { state: 'signed-out', tabId, host: url.hostname };
}

/** A site of somebody else: read where the user has granted it, else offered by `activeTab`. */
async function detectForeign(tabId: number, url: URL): Promise<Detection> {
  const origin = originOf(url);
  const [raw, granted] = await Promise.all([read(tabId), isGranted(origin)]);
  const page = parsePage(raw);
  const { hostname: host } = url;
  if (!page.ok || !page.value.user)
    return { state: 'not-ibl', host, canAsk: granted ? null : origin };
  return granted
    ? { state: 'page', tabId, page: page.value }
    : { state: 'other-site', tabId, origin, page: page.value };
}

/** Where the browser grants our own hosts only on a click, an app's tab tells no URL either. */
async function withoutUrl(): Promise<Detection> {
  const origin = `https://*.${REQUIRED_DOMAINS[1]}/*`;
  return (await isGranted(origin)) ? NOTHING : { state: 'no-access', origin };
}

const originOf = (url: URL) => `${url.protocol}//${url.hostname}/*`;

async function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

/** The reading of a tab's top frame; null where there is none to be had. */
async function read(tabId: number): Promise<unknown> {
  const asked = browser.scripting
    .executeScript({ target: { tabId }, func: readPage })
    .then(([frame]) => frame?.result ?? null)
    .catch(() => null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), READ_TIMEOUT_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
