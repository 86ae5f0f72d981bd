import { type KeyMetas, readKeyMetas } from '@/utils/store/keys';
import { type Policy, readPolicy } from '@/utils/store/policy';
import { readSettings, type SettingsRead } from '@/utils/store/settings';
import { readView, type View } from '@/utils/store/view';

export interface Stored {
  settings: SettingsRead;
  keyMetas: KeyMetas;
  view: View;
}

/** Settings, what may be shown of the keys, and the view, read side by side. */
export async function readStored(policy: Promise<Policy | null> = readPolicy()): Promise<Stored> {
  const [settings, keyMetas, view] = await Promise.all([
    readSettings(policy),
    readKeyMetas(policy),
    readView(),
  ]);
  return { settings, keyMetas, view };
}
