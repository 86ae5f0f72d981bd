import { readSettings, type SettingsRead } from '@/utils/store/settings';
import { type KeyMeta, readMeta } from '@/utils/store/vault';
import { readView, type View } from '@/utils/store/view';

export interface Stored {
  settings: SettingsRead;
  keyMeta: KeyMeta | null;
  view: View;
}

/** Settings, what may be shown of the key, and the view, read side by side. */
export async function readStored(): Promise<Stored> {
  const [settings, keyMeta, view] = await Promise.all([readSettings(), readMeta(), readView()]);
  return { settings, keyMeta, view };
}
