import { browser } from 'wxt/browser';
import { withDeadline } from '@/utils/deadline';
import { detectActiveTab } from '@/utils/page/active-tab';
import { REQUIRED_DOMAINS } from '@/utils/page/hosts';
import { mayOffer, publishedBase } from '@/utils/page/published-base';
import { readEnv } from '@/utils/page/read-env';

/** What the open ibl.ai page says of whom and where to ask, or why nothing is known of it. */
export type PageSays =
  | {
      state: 'page';
      host: string;
      organization: string | null;
      user: string;
      /** The base it publishes, where that may be offered; null where the API has to be looked for. */
      baseUrl: string | null;
      /** The host of a base that it publishes and that is not its own. */
      refusedHost: string | null;
    }
  | { state: 'signed-out'; host: string }
  | { state: 'no-page' };

const ENV_TIMEOUT_MS = 3000;

/**
 * Reads the ibl.ai page in front, or the one looked at last. Call it first thing in a click: where the
 * browser doesn't let us read the vendor's pages yet, it shows its question at no other time.
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

/** The base that the page in a tab publishes; null where it has gone elsewhere meanwhile. */
async function publishedBy(tabId: number, host: string): Promise<string | null> {
  const asked: Promise<unknown> = browser.scripting
    .executeScript({ target: { tabId }, func: readEnv, injectImmediately: true })
    .then(([frame]) => frame?.result ?? null)
    .catch(() => null);
  const read = await withDeadline<unknown>(asked, ENV_TIMEOUT_MS, () => null);
  if (!(read instanceof Object) || !('env' in read) || !('hostname' in read)) return null;
  return read.hostname === host ? publishedBase(read.env) : null;
}
