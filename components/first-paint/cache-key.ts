import { browser } from 'wxt/browser';
import type { Inputs } from '@/components/dashboard/model/inputs';
import type { Layout } from '@/components/ui/layout';
import { buildTexts } from '@/utils/deployment/build-constants';
import { routeOf } from '@/utils/deployment/route';
import { isSamePage, type TabReading } from '@/utils/tab/tab-reading';

/**
 * The key of the first paint that follows from what was read: a hash of all that decides it, but for the
 * figures themselves. Nothing of it is parsed, only compared: where it is the same to the letter, so is
 * the person, the organization, the range and whatever else a first paint says. Null where none is kept:
 * no page, or one that can't be read.
 */
export async function cacheKeyOf(inputs: Inputs, layout: Layout): Promise<string | null> {
  const [tabReading, items, records] = await Promise.all([
    inputs.tabReading,
    inputs.items,
    inputs.records,
  ]);
  const page = pageIn(tabReading);
  // The values of a policy are not part of the data that was read.
  if (page === null || items === null || records === null || isRuled(items)) return null;
  const all = JSON.stringify([
    // Changes with every change of our own code, version or texts.
    import.meta.url,
    browser.runtime.getManifest().version,
    buildTexts,
    browser.i18n.getUILanguage(),
    layout,
    sizeOf(layout),
    page,
    items,
    records,
  ]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The user and organization of a page; of its path only the parts that name organization and mentor. */
function pageIn(tabReading: TabReading | null): object | null {
  // Of a private window nothing is kept on disk.
  if (!tabReading?.url || !tabReading.reading || tabReading.isPrivate) return null;
  const { url, reading, ours } = tabReading;
  const { raw, granted } = reading;
  if (!isSamePage(url, raw) || !('pathname' in raw) || typeof raw.pathname !== 'string')
    return null;
  return { ...raw, pathname: routeOf(url.hostname, raw.pathname), granted, ours };
}

/** Whether a policy applied the last time, or may have applied: see `policyForOpening`. */
const isRuled = ({ ruled }: Record<string, unknown>): boolean =>
  !(ruled instanceof Object && 'value' in ruled && ruled.value === false);

/** The window's size in CSS pixels; null for a popup, which starts tiny and grows to fit its dashboard. */
const sizeOf = (layout: Layout): [width: number, height: number] | null =>
  layout === 'compact' ? null : [innerWidth, innerHeight];
