import { browser } from 'wxt/browser';
import { withDeadline } from '@/utils/deadline';
import { isGranted } from '../deployment/granted';
import { isAppHost, isVendorHost } from '../deployment/hosts';
import { parseUrl } from '../deployment/url';
import { readPage } from './read-page';

/** The browser's data about the tab in front of the user, not interpreted yet. */
export type TabReading =
  /** Without permission for its site, a tab does not give its URL. */
  | { url: null }
  /**
   * A page that is never read: it has no web site, or is one of the vendor's hosts that is not an
   * app.
   */
  | { url: URL; reading: null }
  | { url: URL; tabId: number; ours: boolean; isPrivate?: boolean; reading: Reading };

/**
 * The page's own data, which is not trusted (null where it cannot be read), and whether it may be
 * read (null where the browser did not say).
 */
interface Reading {
  raw: unknown;
  granted: boolean | null;
}

/** Shorter than the limit of a detection, to leave time to find out why there was no reading. */
const READ_TIMEOUT_MS = 2500;

/** Reads the tab in front of the user; null where there is none. */
export async function readActiveTab(): Promise<TabReading | null> {
  const tab = await activeTab();
  if (tab?.id === undefined) return null;
  const url = parseUrl(tab.url ?? '');
  if (url === null) return { url };
  const ours = isAppHost(url);
  if (!ours && (url.protocol !== 'https:' || isVendorHost(url))) return { url, reading: null };
  const [raw, granted] = await Promise.all([read(tab.id), isGranted(originOf(url))]);
  // The window of our own page says nothing: a page of ours may follow a tab of another window.
  const privacy = tab.incognito ? { isPrivate: true } : {};
  return { url, tabId: tab.id, ours, ...privacy, reading: { raw, granted } };
}

/**
 * Returns the id of the tab that our page was opened for (see `pageFor`); null for the tab in
 * front.
 */
const followedTab = (): number | null =>
  Number(new URLSearchParams(globalThis.location?.search).get('tab')) || null;

/**
 * Returns the path that opens the dashboard in its own tab; it follows the given tab while that is
 * open.
 */
export const pageFor = (tabId: number): `/sidepanel.html?${string}` =>
  `/sidepanel.html?tab=${tabId}`;

/**
 * Goes on following a tab that the browser has replaced: Chromium gives one that it discards to
 * save memory another id.
 */
export function followReplaced(addedId: number, removedId: number): void {
  if (followedTab() === removedId) history.replaceState(null, '', pageFor(addedId));
}

/** Whether this page was opened in its own tab. */
export const isOwnPage = (): boolean => followedTab() !== null;

/**
 * Returns the tab to read: the one this page was opened for, the active one, or the last active one
 * when the active tab shows a page of ours.
 */
async function activeTab() {
  const followed = followedTab();
  // The tab may have been closed.
  const tab = followed === null ? null : await browser.tabs.get(followed).catch(() => null);
  if (tab) return tab;
  const tabs = await browser.tabs.query({ currentWindow: true });
  const own = browser.runtime.getURL('/');
  const foreign = tabs.filter(({ url, pendingUrl }) => !(pendingUrl ?? url ?? '').startsWith(own));
  const active = tabs.find(({ active }) => active);
  if (!active || foreign.includes(active)) return active;
  return foreign.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** Returns the origin pattern with which access to a page's host is granted. */
export const originOf = (url: URL) => `${url.protocol}//${url.hostname}/*`;

/**
 * Whether a reading belongs to the page that the tab named, as the tab may have navigated in
 * between.
 */
export const isSamePage = (
  { hostname, protocol }: URL,
  raw: unknown,
): raw is { hostname: string; protocol: string } =>
  raw instanceof Object &&
  'hostname' in raw &&
  raw.hostname === hostname &&
  'protocol' in raw &&
  raw.protocol === protocol;

/** Reads a tab's top frame without waiting until it is loaded; null where there is no result. */
function read(tabId: number): Promise<unknown> {
  const asked: Promise<unknown> = browser.scripting
    .executeScript({ target: { tabId }, func: readPage, injectImmediately: true })
    .then(([frame]) => frame?.result ?? null)
    .catch(() => null);
  return withDeadline(asked, READ_TIMEOUT_MS, () => null);
}
