import { withDeadline } from '@/utils/deadline';
import { isGranted } from '../deployment/granted';
import { REQUIRED_DOMAINS } from '../deployment/hosts';
import { type PageContext, parsePage } from './page';
import { isSamePage, originOf, readActiveTab, type TabReading } from './tab-reading';

/** The result of reading the tab in front of the user. */
export type Detection =
  | { state: 'page'; tabId: number; isPrivate?: boolean; page: PageContext }
  | { state: 'signed-out'; tabId: number; host: string }
  /** An unknown site; `canAsk` is the origin for which permission may be requested. */
  | { state: 'not-ibl'; host: string | null; canAsk: string | null }
  /** An unknown site that looks like ibl.ai; it is used only after a click. */
  | { state: 'other-site'; tabId: number; origin: string; page: PageContext }
  /** A supported host that the browser does not let us read. */
  | { state: 'no-access'; origin: string }
  /**
   * A tab or page that may be read but gave no reading, so nothing is known of who is signed in.
   */
  | { state: 'unreadable'; host: string | null };

const NOTHING: Detection = { state: 'not-ibl', host: null, canAsk: null };
const UNKNOWN: Detection = { state: 'unreadable', host: null };
const TIMEOUT_MS = 3000;

/**
 * Reads who is signed in in the tab in front of the user. It resolves within 3 s in every case,
 * although a discarded, prerendered or frozen tab does not answer. `first` is a reading that was
 * started before.
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
  // Tried once more where the tab navigated between naming its URL and being read.
  return (await understand(await first)) ?? (await understand(await readActiveTab())) ?? NOTHING;
}

/** Classifies a tab; null where the reading belongs to another URL than the tab named. */
async function understand(tabReading: TabReading | null): Promise<Detection | null> {
  if (tabReading === null) return NOTHING;
  if (tabReading.url === null) return withoutUrl();
  const { url, reading } = tabReading;
  const host = url.hostname || null;
  if (reading === null) return { state: 'not-ibl', host, canAsk: null };
  const { tabId, ours, isPrivate } = tabReading;
  const privacy = isPrivate ? { isPrivate } : {};
  const { raw, granted } = reading;
  const origin = originOf(url);
  if (raw !== null && !isSamePage(url, raw)) return null;
  const page = parsePage(raw);
  const found = page.ok && page.value.user ? page.value : null;
  if (ours) {
    if (found) return { state: 'page', tabId, ...privacy, page: found };
    if (page.ok) return { state: 'signed-out', tabId, host: url.hostname };
    return granted === false
      ? { state: 'no-access', origin }
      : { state: 'unreadable', host: url.hostname };
  }
  if (raw === null && granted !== false) return { state: 'unreadable', host };
  // An unknown site is read where the user has granted it, otherwise it is offered through
  // `activeTab`.
  if (!found) return { state: 'not-ibl', host, canAsk: granted === false ? origin : null };
  return granted
    ? { state: 'page', tabId, ...privacy, page: found }
    : { state: 'other-site', tabId, origin, page: found };
}

/**
 * Finds an app's tab where the browser grants even our own hosts only on a click and so hides its
 * URL.
 */
async function withoutUrl(): Promise<Detection> {
  // The main app's domain is the last in the list, and is requested first.
  for (const domain of REQUIRED_DOMAINS.toReversed()) {
    const origin = `https://*.${domain}/*`;
    const granted = await isGranted(origin);
    if (granted === null) return UNKNOWN;
    if (!granted) return { state: 'no-access', origin };
  }
  return NOTHING;
}
