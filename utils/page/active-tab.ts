import { withDeadline } from '@/utils/deadline';
import { isGranted } from './granted';
import { REQUIRED_DOMAINS } from './hosts';
import { type PageContext, parsePage } from './page';
import { isSamePage, originOf, readActiveTab, type TabReading } from './tab-reading';

/** What the tab in front of the user turned out to be. */
export type Detection =
  | { state: 'page'; tabId: number; page: PageContext }
  | { state: 'signed-out'; tabId: number; host: string }
  /** A site of nobody we know; `canAsk` is the origin that may be asked for. */
  | { state: 'not-ibl'; host: string | null; canAsk: string | null }
  /** A site of nobody we know that looks like ibl.ai: to be used only after a click. */
  | { state: 'other-site'; tabId: number; origin: string; page: PageContext }
  /** A host we serve that the browser doesn't let us read. */
  | { state: 'no-access'; origin: string }
  /** The tab, or a page that may be read, gave no reading: it says nothing of who is signed in. */
  | { state: 'unreadable'; host: string | null };

const NOTHING: Detection = { state: 'not-ibl', host: null, canAsk: null };
const UNKNOWN: Detection = { state: 'unreadable', host: null };
const TIMEOUT_MS = 3000;

/**
 * Reads who is in the tab in front of the user. Resolves within 3 s, whatever the page does: a
 * discarded, prerendered or frozen tab answers nothing. `first` is a look that has begun already.
 */
export const detectActiveTab = (
  first: Promise<TabReading | null> = readActiveTab(),
): Promise<Detection> =>
  withDeadline(
    look(first).catch(() => UNKNOWN),
    TIMEOUT_MS,
    () => UNKNOWN,
  );

async function look(first: Promise<TabReading | null>): Promise<Detection> {
  // Once more where the tab went elsewhere between naming its URL and being read.
  return (await understand(await first)) ?? (await understand(await readActiveTab())) ?? NOTHING;
}

/** What a tab is; null where what was read is not of the URL that it named. */
async function understand(tabReading: TabReading | null): Promise<Detection | null> {
  if (tabReading === null) return NOTHING;
  if (tabReading.url === null) return withoutUrl();
  const { url, reading } = tabReading;
  const host = url.hostname || null;
  if (reading === null) return { state: 'not-ibl', host, canAsk: null };
  const { tabId, ours } = tabReading;
  const { raw, granted } = reading;
  const origin = originOf(url);
  if (raw !== null && !isSamePage(url, raw)) return null;
  const page = parsePage(raw);
  const found = page.ok && page.value.user ? page.value : null;
  if (ours) {
    if (found) return { state: 'page', tabId, page: found };
    if (page.ok) return { state: 'signed-out', tabId, host: url.hostname };
    return granted === false
      ? { state: 'no-access', origin }
      : { state: 'unreadable', host: url.hostname };
  }
  if (raw === null && granted !== false) return { state: 'unreadable', host };
  // A site of somebody else: read where the user has granted it, else offered by `activeTab`.
  if (!found) return { state: 'not-ibl', host, canAsk: granted === false ? origin : null };
  return granted
    ? { state: 'page', tabId, page: found }
    : { state: 'other-site', tabId, origin, page: found };
}

/** Where the browser grants our own hosts only on a click, an app's tab tells no URL either. */
async function withoutUrl(): Promise<Detection> {
  // The main app's domain is the last of them, and asked for first.
  for (const domain of REQUIRED_DOMAINS.toReversed()) {
    const origin = `https://*.${domain}/*`;
    const granted = await isGranted(origin);
    if (granted === null) return UNKNOWN;
    if (!granted) return { state: 'no-access', origin };
  }
  return NOTHING;
}
