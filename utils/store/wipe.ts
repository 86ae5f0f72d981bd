import { ok, type Result } from '@/utils/failure';
import { announce } from './changes';
import { clearCache } from './db';
import { removeSettings } from './settings';
import { wipeVault } from './vault';
import { removeView } from './view';

/** Removes key, settings, view and cache, and tells every open page. */
export async function deleteEverything(): Promise<Result<null>> {
  const [vault, cache] = await Promise.all([
    wipeVault(),
    clearCache(),
    removeSettings(),
    removeView(),
  ]);
  announce({ kind: 'wiped' });
  if (!vault.ok) return vault;
  return cache.ok ? ok(null) : cache;
}
