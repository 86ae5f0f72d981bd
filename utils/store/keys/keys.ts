import { fail, ok, type Result } from '@/utils/failure';
import { readPolicy } from '../settings/policy';
import { readOwnProfiles } from '../settings/settings';
import { isFor, managed, profileIn, rules } from './key-metas';
import type { KeyMeta, KeyPlace, Slot } from './key-record';
import { bindKeys, readKey } from './vault';
import type { KeyRecords } from './vault-db';

/** Returns the place for which a profile's key is saved. */
export const placeOf = ({ baseUrl, organization }: KeyPlace): KeyPlace => ({
  baseUrl,
  organization,
});

/**
 * Returns the decrypted key of a slot, its own or the policy's, for the worker only; see `readKey`.
 * Returns `no-key` where the key was saved for another place than the requested one.
 */
export async function keyOf(
  slot: Slot,
  place: KeyPlace,
  records?: Promise<KeyRecords | null>,
): Promise<Result<KeyMeta & { apiKey: string }>> {
  const [key, policy, own] = await Promise.all([
    readKey(slot, records),
    readPolicy(),
    readOwnProfiles(),
  ]);
  const isOwn = key.ok && isFor(key.value, place, profileIn(own, slot));
  const ruled = rules(policy, slot, place, isOwn);
  if (ruled) return ok({ ...(await managed(ruled)), apiKey: ruled.apiKey });
  if (isOwn || !key.ok) return key;
  // Without the settings, the place of an old key is unknown: that does not mean that the key is
  // missing.
  return fail({ kind: own === null && !key.value.place ? 'storage' : 'no-key' });
}

/**
 * Adds the place to each key that an older release stored without one. It runs at every start, and
 * before a profile is changed.
 */
export async function bindStoredKeys(): Promise<Result<null>> {
  const own = await readOwnProfiles();
  const filled = (own ?? []).filter(({ organization }) => organization !== '');
  return bindKeys(Object.fromEntries(filled.map((profile) => [profile.id, placeOf(profile)])));
}
