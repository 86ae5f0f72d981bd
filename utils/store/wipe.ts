import type { Result } from '@/utils/failure';
import { announce } from './changes';
import { wipeVault } from './keys/vault';
import { removePolicyFlag } from './settings/policy-flag';
import { removeSettings } from './settings/settings';
import { removeView } from './settings/view';
import { clearCache } from './snapshots/db';
import { clearPrivate } from './snapshots/private-entries';
import { withLock } from './with-lock';

/**
 * Removes keys, settings, view and cache, as far as each can be removed, and tells every open page.
 * The key is removed first, so that a worker that is still running writes nothing into the empty
 * cache. A profile that is being saved is saved before, so that no part of it stays.
 */
export const deleteEverything = (): Promise<Result<null>> =>
  withLock('profiles', async () => {
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
  });
