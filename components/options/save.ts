import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/utils/failure';
import { originPattern } from '@/utils/page/base-url';
import { isGranted } from '@/utils/page/granted';
import { announce } from '@/utils/store/changes';
import { bindStoredKeys, type KeyMetas, placeOf, readKeyMetas } from '@/utils/store/keys/keys';
import { CANDIDATE, deleteKey, promoteCandidate, saveKey } from '@/utils/store/keys/vault';
import {
  changeSettings,
  INITIAL_SETTINGS,
  type Settings,
  withProfile,
  writeSettings,
} from '@/utils/store/settings/settings';
import { clearRefusals } from '@/utils/store/snapshots/breakers';
import { clearCache } from '@/utils/store/snapshots/db';
import { deletePerson } from '@/utils/store/snapshots/months';
import { candidatesOf } from './automatic-base';
import type { Entered } from './form';

/**
 * Asks the browser's leave to talk to the API's host, or to each at which it may be found; true at once
 * where it was given before. Called first thing in a click: browsers show the question at no other time.
 */
export async function askForHost(baseUrl: string): Promise<boolean> {
  const origins = [...new Set(candidatesOf(baseUrl).map(originPattern))];
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // It could not be asked for. Who asks the host finds out whether it was needed.
    const granted = await Promise.all(origins.map(isGranted));
    return !granted.includes(false);
  }
}

/**
 * Saves what was entered; `otherHost` when a stored key belongs to another base URL: key and cache
 * go first, so that no key ever reaches a host it was not meant for. `tested` is the key in the
 * vault's candidate slot, with all that its test found out. `anew` where nobody can read what is
 * stored, and the user has been told so.
 */
export async function saveEntered(
  { apiKey, profile }: Entered,
  { otherHost, tested, anew }: { otherHost: boolean; tested: string | null; anew: boolean },
): Promise<Result<KeyMetas>> {
  const bound = await bindStoredKeys();
  if (!bound.ok) return bound;
  if (otherHost) {
    const [key, cache] = await Promise.all([deleteKey(profile.id), clearCache()]);
    if (!key.ok) return key;
    if (!cache.ok) return cache;
  }
  const change = (now: Settings) => ({ ...withProfile(now, profile), sample: false });
  const written = await (anew ? writeSettings(change(INITIAL_SETTINGS)) : changeSettings(change));
  if (!written.ok) return written;
  if (apiKey !== null) {
    const place = placeOf(profile);
    const promoted = apiKey === tested ? await promoteCandidate(profile.id, apiKey, place) : null;
    const saved = promoted?.ok ? promoted : await saveKey(profile.id, apiKey, place);
    if (!saved.ok) return saved;
    // A key that was tested and is not the one that is saved now is nobody's.
    await deleteKey(CANDIDATE);
  }
  const metas = await readKeyMetas();
  if (metas === null) return fail({ kind: 'storage' });
  const meta = metas[profile.id];
  // A key that is saved again may be tried again.
  if (apiKey !== null && meta) await clearRefusals(meta.fingerprint);
  announce({ kind: 'key' });
  return ok(metas);
}

/** Forgets a profile and its key; what was cached under its name can't be reached any more. */
export async function removeProfile(id: string): Promise<Result<null>> {
  const key = await deleteKey(id);
  if (!key.ok) return key;
  await deletePerson(id);
  const written = await changeSettings((now) => ({
    ...now,
    profiles: now.profiles.filter((profile) => profile.id !== id),
  }));
  announce({ kind: 'key' });
  return written;
}
