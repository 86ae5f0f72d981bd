import { browser } from 'wxt/browser';
import { settled } from './settled';

/** Items of `storage.local` as they rest, by key; null where they could not be read. */
export type StoredItems = Record<string, unknown> | null;

/** Reads items together, understanding none of them: that is for whoever made them. */
export async function readItems(keys: readonly string[]): Promise<StoredItems> {
  const found = await settled(() => browser.storage.local.get([...keys]));
  return found.ok ? found.value : null;
}
