import type { Place } from '@/utils/cards/data';
import { send } from '@/utils/messages/send';
import { type KeyMetas, readKeyMetas } from '@/utils/store/keys/key-metas';
import type { KeyRecords } from '@/utils/store/keys/vault-db';
import { isPrivatePage } from '@/utils/store/private-page';
import { readPolicy } from '@/utils/store/settings/policy';
import { policyForOpening } from '@/utils/store/settings/policy-flag';
import { readSettings, type SettingsRead } from '@/utils/store/settings/settings';
import { readShownView, type View } from '@/utils/store/settings/view';
import type { StoredItems } from '@/utils/store/stored-items';

export interface Stored {
  settings: SettingsRead;
  /** null where the vault can't be opened. */
  keyMetas: KeyMetas | null;
  view: View;
  /** Whether that is the stored view; if not, it could not be used. */
  isViewStored?: boolean;
  /** The cards that an administrator's policy shows; null where it leaves the choice. */
  ruledCards?: RuledCards;
}

export type RuledCards = Record<Place, string[] | null>;

/** Settings, what may be shown of the keys, and the view, read side by side. */
export const readStored = (): Promise<Stored> => understand(readPolicy());

/** The same for the first paint, from data that was read already; see `policyForOpening`. */
export const readStoredForOpening = (
  items: StoredItems,
  records: KeyRecords | null,
): Promise<Stored> => understand(policyForOpening(items), items, records);

async function understand(
  policy: ReturnType<typeof readPolicy>,
  items?: StoredItems,
  records?: KeyRecords | null,
): Promise<Stored> {
  const [settings, keyMetas, { view, isStored }, found] = await Promise.all([
    readSettings(policy, items),
    isPrivatePage() ? keyMetasFromWorker() : readKeyMetas(policy, { items, records }),
    readShownView(items),
    policy,
  ]);
  const ruledCards = found?.cards ?? { popup: null, panel: null };
  return { settings, keyMetas, view, isViewStored: isStored, ruledCards };
}

/** A page without databases asks the worker, which has them. */
async function keyMetasFromWorker(): Promise<KeyMetas | null> {
  const metas = await send('keyMetas', {});
  return metas.ok ? metas.value : null;
}
