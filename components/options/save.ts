import { browser } from 'wxt/browser';
import { originPattern } from '@/utils/context/base-url';
import { ok, type Result } from '@/utils/failure';
import { announce } from '@/utils/store/changes';
import { clearCache } from '@/utils/store/db';
import { writeRejected } from '@/utils/store/gates';
import { writeSettings } from '@/utils/store/settings';
import { deleteKey, type KeyMeta, promoteCandidate, readMeta, saveKey } from '@/utils/store/vault';
import type { Entered } from './form';

/**
 * Asks the browser's leave to talk to the API's host; true at once where it was given before. Called
 * first thing in a click: browsers show the question at no other time.
 */
export async function askForHost(baseUrl: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [originPattern(baseUrl)] });
  } catch {
    return false;
  }
}

/**
 * Saves what was entered; `otherHost` when a stored key belongs to another base URL: key and cache
 * go first, so that no key ever reaches a host it was not meant for. `tested` is the key in the
 * vault's candidate slot, with all that its test found out.
 */
export async function saveEntered(
  { apiKey, settings }: Entered,
  { otherHost, tested }: { otherHost: boolean; tested: string | null },
): Promise<Result<KeyMeta | null>> {
  if (otherHost) {
    const [key, cache] = await Promise.all([deleteKey('active'), clearCache()]);
    if (!key.ok) return key;
    if (!cache.ok) return cache;
  }
  const written = await writeSettings({ ...settings, sample: false });
  if (!written.ok) return written;
  if (apiKey !== null) {
    const saved = apiKey === tested ? await promoteCandidate() : await saveKey('active', apiKey);
    if (!saved.ok) return saved;
  }
  const meta = await readMeta();
  // A key that is saved again may be tried again.
  if (apiKey !== null && meta) await writeRejected(meta.fingerprint, false);
  announce({ kind: 'key' });
  return ok(meta);
}
