import type { Result } from '@/utils/failure';
import { announce } from './changes';
import { clearCache } from './db';
import { removeSettings } from './settings';
import { wipeVault } from './vault';
import { removeView } from './view';

/** Removes key, settings, view and cache, as far as each lets itself, and tells every open page. */
export async function deleteEverything(): Promise<Result<null>> {
  const [vault, ...others] = await Promise.all([
    wipeVault(),
    clearCache(),
    removeSettings(),
    removeView(),
  ]);
  announce({ kind: 'wiped' });
  return others.find(({ ok }) => !ok) ?? vault;
}
