import { browser } from 'wxt/browser';
import { settled } from './settled';

/** Items of `storage.local` as they are stored, by key; null where they could not be read. */
export type StoredItems = Record<string, unknown> | null;

/** Reads several items at once without parsing them; the code that owns an item parses it. */
export async function readItems(keys: readonly string[]): Promise<StoredItems> {
  const found = await settled(() => browser.storage.local.get([...keys]));
  return found.ok ? found.value : null;
}
