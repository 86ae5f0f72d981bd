import { fail, ok, type Result } from '@/utils/failure';
import { readPolicy } from '../settings/policy';
import { readOwnProfiles } from '../settings/settings';
import { fingerprintOf } from './fingerprint';
import { isFor, managed, profileIn, rules } from './key-metas';
import { type KeyMeta, type KeyPlace, RULED, type Scheme, type Slot } from './key-record';
import { ruledScheme } from './ruled-scheme';
import { bindKeys, readKey, setScheme } from './vault';
import { type KeyRecords, readRecords } from './vault-db';

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
  records: Promise<KeyRecords | null> = readRecords(),
): Promise<Result<KeyMeta & { apiKey: string }>> {
  const [key, policy, own] = await Promise.all([
    readKey(slot, records),
    readPolicy(),
    readOwnProfiles(),
  ]);
  const isOwn = key.ok && isFor(key.value, place, profileIn(own, slot));
  const ruled = rules(policy, slot, place, isOwn);
  if (ruled) {
    const meta = await managed(ruled);
    const scheme = ruledScheme(await records, meta.fingerprint) ?? meta.scheme;
    return ok({ ...meta, scheme, apiKey: ruled.apiKey });
  }
  if (isOwn || !key.ok) return key;
  // Without the settings, the place of an old key is unknown: that does not mean that the key is
  // missing.
  return fail({ kind: own === null && !key.value.place ? 'storage' : 'no-key' });
}

/** Stores the scheme that a test has found for a key, which may be the policy's. */
export async function keepScheme(
  slot: Slot,
  fingerprint: string,
  scheme: Scheme,
): Promise<Result<null>> {
  const ruled = (await readPolicy())?.key;
  const isRuled = ruled && (await fingerprintOf(ruled.apiKey)) === fingerprint;
  return setScheme(isRuled ? RULED : slot, fingerprint, scheme);
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
