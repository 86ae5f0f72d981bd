import { type Sight, seeActiveTab } from '@/utils/context/sight';
import { readItems, type StoredItems } from '@/utils/store/stored-items';
import { type KeyRecords, readRecords } from '@/utils/store/vault-db';

/** Popup and side panel. */
export type Layout = 'compact' | 'tall';

/** Everything that a page's first picture depends on, as it was found and before it is understood. */
export interface Found {
  /** The tab in front of the user. */
  sight: Promise<Sight | null>;
  /** The items of `storage.local` that a dashboard reads. */
  items: Promise<StoredItems>;
  /** What rests in the key vault: the keys themselves are sealed. */
  records: Promise<KeyRecords>;
}

const ITEM_KEYS = ['settings', 'view', 'ruled'] as const;

/** Begins to read all of it, side by side. */
export const findAll = (): Found => ({
  sight: seeActiveTab(),
  items: readItems(ITEM_KEYS),
  records: readRecords(),
});
