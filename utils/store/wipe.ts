import type { Result } from '@/utils/failure';
import { announce } from './changes';
import { clearCache } from './db';
import { removeRuled } from './ruled';
import { removeSettings } from './settings';
import { wipeVault } from './vault';
import { removeView } from './view';

/**
 * Removes key, settings, view and cache, as far as each lets itself, and tells every open page. The
 * key goes first: a worker in the middle of its work then writes nothing into the emptied cache.
 */
export async function deleteEverything(): Promise<Result<null>> {
  const vault = await wipeVault();
  const others = await Promise.all([clearCache(), removeSettings(), removeView(), removeRuled()]);
  announce({ kind: 'wiped' });
  return others.find(({ ok }) => !ok) ?? vault;
}
