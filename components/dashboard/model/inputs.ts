import { type KeyRecords, readRecords } from '@/utils/store/keys/vault-db';
import { readItems, type StoredItems } from '@/utils/store/stored-items';
import { readActiveTab, type TabReading } from '@/utils/tab/tab-reading';

/** Everything that a page's first paint depends on, as it was read and before it is parsed. */
export interface Inputs {
  /** The tab in front of the user. */
  tabReading: Promise<TabReading | null>;
  /** The items of `storage.local` that a dashboard reads. */
  items: Promise<StoredItems>;
  /** The entries of the key vault, with the keys encrypted; null if the vault can't be opened. */
  records: Promise<KeyRecords | null>;
}

const ITEM_KEYS = ['settings', 'view', 'ruled'] as const;

/** Begins to read all of it, side by side. */
export const readInputs = (): Inputs => ({
  tabReading: readActiveTab(),
  items: readItems(ITEM_KEYS),
  records: readRecords(),
});
