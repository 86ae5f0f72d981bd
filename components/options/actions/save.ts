import { browser } from 'wxt/browser';
import { originPattern } from '@/utils/deployment/base-url';
import { isGranted } from '@/utils/deployment/granted';
import { fail, ok, type Result } from '@/utils/failure';
import { announce } from '@/utils/store/changes';
import { promoteCandidate } from '@/utils/store/keys/candidate';
import { type KeyMetas, readKeyMetas } from '@/utils/store/keys/key-metas';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { bindStoredKeys, placeOf } from '@/utils/store/keys/keys';
import { deleteKey, saveKey } from '@/utils/store/keys/vault';
import type { Profile } from '@/utils/store/settings/profile';
import {
  changeSettings,
  INITIAL_SETTINGS,
  type Settings,
  withProfile,
  writeSettings,
} from '@/utils/store/settings/settings';
import { clearRefusals } from '@/utils/store/snapshots/breakers';
import { clearCache } from '@/utils/store/snapshots/db';
import { dropPlace } from '@/utils/store/snapshots/drop-place';
import { deletePerson } from '@/utils/store/snapshots/months';
import { withLock } from '@/utils/store/with-lock';
import { candidatesOf } from '../model/automatic-base';
import type { Entered } from '../model/form';

/**
 * Asks for the permission for the API's host, or for each host where the API may be found. Call it
 * first in a click handler, as browsers ask only in a click.
 */
export async function askForHost(baseUrl: string): Promise<boolean> {
  const origins = [...new Set(candidatesOf(baseUrl).map(originPattern))];
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // The browser cannot ask. The request to the host will show whether the permission was needed.
    const granted = await Promise.all(origins.map(isGranted));
    return !granted.includes(false);
  }
}

/**
 * Saves the entered values. With `otherHost`, a stored key belongs to another base URL: the key, which
 * is sent to no host it was not saved for, and what is cached of that place are then deleted. `tested` is the key in
 * the vault's slot for candidates, with the results of its test. With `anew`, the stored settings
 * cannot be read and the user has agreed to replace them.
 */
export async function saveEntered(
  { apiKey, profile }: Entered,
  { otherHost, tested, anew }: { otherHost: boolean; tested: string | null; anew: boolean },
): Promise<Result<KeyMetas>> {
  const bound = await bindStoredKeys();
  if (!bound.ok) return bound;
  let before: Profile | undefined;
  const change = (now: Settings) => {
    before = now.profiles.find(({ id }) => id === profile.id);
    return { ...withProfile(now, profile), sample: false };
  };
  const written = await (anew ? writeSettings(change(INITIAL_SETTINGS)) : changeSettings(change));
  if (!written.ok) return written;
  if (otherHost) {
    const key = await deleteKey(profile.id);
    if (!key.ok) return key;
    await (before ? dropPlace(before) : clearCache());
    await deletePerson(profile.id);
  }
  if (apiKey !== null) {
    const place = placeOf(profile);
    const promoted = apiKey === tested ? await promoteCandidate(profile.id, apiKey, place) : null;
    const saved = promoted?.ok ? promoted : await saveKey(profile.id, apiKey, place);
    if (!saved.ok) return saved;
    // A tested key that is not the saved one belongs to no profile.
    await deleteKey(CANDIDATE);
  }
  const metas = await readKeyMetas();
  if (metas === null) return fail({ kind: 'storage' });
  const meta = metas[profile.id];
  // A rejected key that is saved again may be used again.
  if (apiKey !== null && meta) await clearRefusals(meta.fingerprint);
  announce({ kind: 'key' });
  return ok(metas);
}

/** Removes a profile and its key. Figures that are cached for it can no longer be read. */
export const removeProfile = (id: string): Promise<Result<null>> =>
  withLock('profiles', async () => {
    const key = await deleteKey(id);
    if (!key.ok) return key;
    await deletePerson(id);
    const written = await changeSettings((now) => ({
      ...now,
      profiles: now.profiles.filter((profile) => profile.id !== id),
    }));
    announce({ kind: 'key' });
    return written;
  });
