import type { Result } from '@/utils/failure';
import { announce } from './changes';
import { wipeVault } from './keys/vault';
import { removePolicyFlag } from './settings/policy-flag';
import { removeSettings } from './settings/settings';
import { removeView } from './settings/view';
import { clearCache } from './snapshots/db';

/**
 * Removes key, settings, view and cache, as far as each lets itself, and tells every open page. The
 * key goes first: a worker in the middle of its work then writes nothing into the emptied cache.
 */
export async function deleteEverything(): Promise<Result<null>> {
  const vault = await wipeVault();
  const others = await Promise.all([
    clearCache(),
    removeSettings(),
    removeView(),
    removePolicyFlag(),
  ]);
  announce({ kind: 'wiped' });
  return others.find(({ ok }) => !ok) ?? vault;
}
