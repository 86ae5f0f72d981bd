import { browser } from 'wxt/browser';
import { withDeadline } from '@/utils/deadline';
import { REQUIRED_DOMAINS } from '@/utils/deployment/hosts';
import { mayOffer, publishedBase } from '@/utils/deployment/published-base';
import { readEnv } from '@/utils/deployment/read-env';
import { detectActiveTab } from '@/utils/tab/active-tab';

/** The user, organization and base URL found in the open ibl.ai page, or why there are none. */
export type PageSays =
  | {
      state: 'page';
      host: string;
      organization: string | null;
      user: string;
      /** The base URL that the page publishes; null where none may be offered. */
      baseUrl: string | null;
      /** The host of a published base URL that does not belong to the page's deployment. */
      refusedHost: string | null;
    }
  | { state: 'signed-out'; host: string }
  | { state: 'no-page' };

const ENV_TIMEOUT_MS = 3000;

/**
 * Reads the ibl.ai page in the active tab, or the last one that was active. Call it first in a click
 * handler: it may ask for the permission to read the vendor's pages, and browsers ask only in a click.
 */
export async function readOpenPage(): Promise<PageSays> {
  const origins = REQUIRED_DOMAINS.map((domain) => `https://*.${domain}/*`);
  await browser.permissions.request({ origins }).catch(() => false);
  const detection = await detectActiveTab();
  if (detection.state === 'signed-out') return { state: 'signed-out', host: detection.host };
  if (detection.state !== 'page' || !detection.page.user) return { state: 'no-page' };
  const { host, org, user } = detection.page;
  const published = await publishedBy(detection.tabId, host);
  const isOffered = published !== null && mayOffer(host, published);
  return {
    state: 'page',
    host,
    organization: org?.key ?? null,
    user: user.name,
    baseUrl: isOffered ? published : null,
    refusedHost: published !== null && !isOffered ? new URL(published).host : null,
  };
}

/** Returns the base URL that a tab's page publishes; null if the tab has left this host meanwhile. */
async function publishedBy(tabId: number, host: string): Promise<string | null> {
  const asked: Promise<unknown> = browser.scripting
    .executeScript({ target: { tabId }, func: readEnv, injectImmediately: true })
    .then(([frame]) => frame?.result ?? null)
    .catch(() => null);
  const read = await withDeadline<unknown>(asked, ENV_TIMEOUT_MS, () => null);
  if (!(read instanceof Object) || !('env' in read) || !('hostname' in read)) return null;
  return read.hostname === host ? publishedBase(read.env) : null;
}
