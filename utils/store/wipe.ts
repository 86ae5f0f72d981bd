import type { Result } from '@/utils/failure';
import { announce } from './changes';
import { wipeVault } from './keys/vault';
import { removePolicyFlag } from './settings/policy-flag';
import { removeSettings } from './settings/settings';
import { removeView } from './settings/view';
import { clearCache } from './snapshots/db';
import { clearPrivate } from './snapshots/private-entries';

/**
 * Removes keys, settings, view and cache, as far as each can be removed, and tells every open page.
 * The key is removed first, so that a worker that is still running writes nothing into the empty
 * cache.
 */
export async function deleteEverything(): Promise<Result<null>> {
  const vault = await wipeVault();
  const others = await Promise.all([
    clearCache(),
    clearPrivate(),
    removeSettings(),
    removeView(),
    removePolicyFlag(),
  ]);
  announce({ kind: 'wiped' });
  return others.find(({ ok }) => !ok) ?? vault;
}
