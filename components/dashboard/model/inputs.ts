import { readActiveTab, type TabReading } from '@/utils/page/tab-reading';
import { type KeyRecords, readRecords } from '@/utils/store/keys/vault-db';
import { readItems, type StoredItems } from '@/utils/store/stored-items';

/** Everything that a page's first picture depends on, as it was found and before it is understood. */
export interface Inputs {
  /** The tab in front of the user. */
  tabReading: Promise<TabReading | null>;
  /** The items of `storage.local` that a dashboard reads. */
  items: Promise<StoredItems>;
  /** What rests in the key vault, null where it can't be opened: the keys themselves are sealed. */
  records: Promise<KeyRecords | null>;
}

const ITEM_KEYS = ['settings', 'view', 'ruled'] as const;

/** Begins to read all of it, side by side. */
export const readInputs = (): Inputs => ({
  tabReading: readActiveTab(),
  items: readItems(ITEM_KEYS),
  records: readRecords(),
});
