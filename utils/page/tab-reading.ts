import { browser } from 'wxt/browser';
import { withDeadline } from '@/utils/deadline';
import { isGranted } from './granted';
import { isAppHost, isVendorHost } from './hosts';
import { readPage } from './read-page';
import { parseUrl } from './url';

/** What the browser tells of the tab in front of the user. Nothing of it is understood here. */
export type TabReading =
  /** Without a permission for its site a tab doesn't tell its URL. */
  | { url: null }
  /** A page that is never read: no site of anybody's, or the vendor's but no app. */
  | { url: URL; reading: null }
  | { url: URL; tabId: number; ours: boolean; reading: Reading };

/**
 * What a page says of itself, believed in nothing (null where it can't be read), and whether it may be
 * read (null where the browser did not say).
 */
interface Reading {
  raw: unknown;
  granted: boolean | null;
}

/** Shorter than a detection may take, to leave time to find out why there was no reading. */
const READ_TIMEOUT_MS = 2500;

/** Looks at the tab in front of the user; null where there is none. */
export async function readActiveTab(): Promise<TabReading | null> {
  const tab = await activeTab();
  if (tab?.id === undefined) return null;
  const url = parseUrl(tab.url ?? '');
  if (url === null) return { url };
  const ours = isAppHost(url);
  if (!ours && (url.protocol !== 'https:' || isVendorHost(url))) return { url, reading: null };
  const [raw, granted] = await Promise.all([read(tab.id), isGranted(originOf(url))]);
  return { url, tabId: tab.id, ours, reading: { raw, granted } };
}

/** Which tab a page of our own was opened for (see `pageFor`); null for whatever is in front. */
const followedTab = (): number | null =>
  Number(new URLSearchParams(globalThis.location?.search).get('tab')) || null;

/** Where the dashboard is opened in a tab of its own, which follows another tab while that is open. */
export const pageFor = (tabId: number): `/sidepanel.html?${string}` =>
  `/sidepanel.html?tab=${tabId}`;

/** Whether this page was opened in a tab of its own. */
export const isOwnPage = (): boolean => followedTab() !== null;

/** The tab to be read: the one this page was opened for, the active one, or the one last looked at when that is a page of our own opened in a tab. */
async function activeTab() {
  const followed = followedTab();
  // It may have been closed.
  const tab = followed === null ? null : await browser.tabs.get(followed).catch(() => null);
  if (tab) return tab;
  const tabs = await browser.tabs.query({ currentWindow: true });
  const own = browser.runtime.getURL('/');
  const foreign = tabs.filter(({ url, pendingUrl }) => !(pendingUrl ?? url ?? '').startsWith(own));
  const active = tabs.find(({ active }) => active);
  if (!active || foreign.includes(active)) return active;
  return foreign.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** The pattern under which a page's host is granted. */
export const originOf = (url: URL) => `${url.protocol}//${url.hostname}/*`;

/** Whether a reading is of the page that the tab named: it may have gone elsewhere in between. */
export const isSamePage = (
  { hostname, protocol }: URL,
  raw: unknown,
): raw is { hostname: string; protocol: string } =>
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
