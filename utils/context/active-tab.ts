import { browser } from 'wxt/browser';
import { withDeadline } from '@/utils/deadline';
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
const TIMEOUT_MS = 3000;
/** Shorter, to leave time to find out why there was no reading. */
const READ_TIMEOUT_MS = 2500;

/**
 * Reads who is in the tab in front of the user. Resolves within 3 s, whatever the page does: a
 * discarded, prerendered or frozen tab answers nothing.
 */
export const detectActiveTab = (): Promise<Detection> =>
  withDeadline(
    look().catch(() => NOTHING),
    TIMEOUT_MS,
    () => NOTHING,
  );

async function look(): Promise<Detection> {
  // Once more where the tab went elsewhere between naming its URL and being read.
  return (await lookOnce()) ?? (await lookOnce()) ?? NOTHING;
}

async function lookOnce(): Promise<Detection | null> {
  const tab = await activeTab();
  return tab?.id === undefined ? NOTHING : detect(tab.id, parseUrl(tab.url ?? ''));
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

/** What a tab is; null where what was read is not of the URL that it named. */
async function detect(tabId: number, url: URL | null): Promise<Detection | null> {
  // Without a permission for its site a tab doesn't tell its URL.
  if (url === null) return withoutUrl();
  const ours = isAppHost(url);
  const host = url.hostname || null;
  if (!ours && (url.protocol !== 'https:' || isVendorHost(url))) {
    return { state: 'not-ibl', host, canAsk: null };
  }
  const origin = originOf(url);
  const [raw, granted] = await Promise.all([read(tabId), isGranted(origin)]);
  if (raw !== null && !isOf(url, raw)) return null;
  const page = parsePage(raw);
  const found = page.ok && page.value.user ? page.value : null;
  if (ours) {
    if (found) return { state: 'page', tabId, page: found };
    return page.ok || granted
      ? { state: 'signed-out', tabId, host: url.hostname }
      : { state: 'no-access', origin };
  }
  // A site of somebody else: read where the user has granted it, else offered by `activeTab`.
  if (!found) return { state: 'not-ibl', host, canAsk: granted ? null : origin };
  return granted
    ? { state: 'page', tabId, page: found }
    : { state: 'other-site', tabId, origin, page: found };
}

/** Where the browser grants our own hosts only on a click, an app's tab tells no URL either. */
async function withoutUrl(): Promise<Detection> {
  // The main app's domain is the last of them, and asked for first.
  for (const domain of REQUIRED_DOMAINS.toReversed()) {
    const origin = `https://*.${domain}/*`;
    if (!(await isGranted(origin))) return { state: 'no-access', origin };
  }
  return NOTHING;
}

const originOf = (url: URL) => `${url.protocol}//${url.hostname}/*`;

const isGranted = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [origin] });

const isOf = ({ hostname, protocol }: URL, raw: unknown): boolean =>
  raw instanceof Object &&
  'hostname' in raw &&
  raw.hostname === hostname &&
  'protocol' in raw &&
  raw.protocol === protocol;

/** The reading of a tab's top frame, not waiting until it is loaded; null where there is none. */
function read(tabId: number): Promise<unknown> {
  const asked: Promise<unknown> = browser.scripting
    .executeScript({ target: { tabId }, func: readPage, injectImmediately: true })
    .then(([frame]) => frame?.result ?? null)
    .catch(() => null);
  return withDeadline(asked, READ_TIMEOUT_MS, () => null);
}
