import { isSameOrg } from '@/utils/deployment/segment';
import { type Policy, readPolicy, underPolicy } from '../settings/policy';
import { FIRST_PROFILE, type Profile } from '../settings/profile';
import { readOwnProfiles } from '../settings/settings';
import type { StoredItems } from '../stored-items';
import { fingerprintOf } from './fingerprint';
import type { KeyMeta, KeyPlace, Slot } from './key-record';
import type { KeyRecords } from './vault-db';
import { readMetas } from './vault-metas';

/** The metadata of each profile's key, without the key itself, by the profile's id. */
export type KeyMetas = Record<string, KeyMeta>;

/**
 * Returns the metadata of every key that its profile can use with its present settings; null where
 * the vault or the settings cannot be read.
 */
export async function readKeyMetas(
  policy: Promise<Policy | null> = readPolicy(),
  { items, records }: Found = {},
): Promise<KeyMetas | null> {
  const [stored, ruling, own] = await Promise.all([
    readMetas(records),
    policy,
    readOwnProfiles(items),
  ]);
  if (stored === null || own === null) return null;
  const metas: KeyMetas = {};
  for (const profile of underPolicy(own, ruling)) {
    const { id } = profile;
    const meta = stored[id];
    const isOwn = meta !== undefined && isFor(meta, profile, profileIn(own, id));
    const ruled = rules(ruling, id, profile, isOwn);
    if (ruled) metas[id] = await managed(ruled);
    else if (isOwn) metas[id] = meta;
  }
  return metas;
}

/** Values that were read before and are not read again. */
interface Found {
  items?: StoredItems | undefined;
  records?: KeyRecords | null | undefined;
}

export const profileIn = (profiles: Profile[] | null, slot: Slot): Profile | undefined =>
  profiles?.find(({ id }) => id === slot);

/**
 * Whether a key may be used: it was saved for this place, or it was saved without a place by an
 * older release and belongs to this profile.
 */
export function isFor({ place }: KeyMeta, wanted: KeyPlace, own: Profile | undefined): boolean {
  const saved = place ?? own;
  return saved !== undefined && isSamePlace(saved, wanted);
}

const isSamePlace = (one: KeyPlace, other: KeyPlace): boolean =>
  one.baseUrl === other.baseUrl && isSameOrg(one.organization, other.organization);

/**
 * Returns the policy's key where it is used: at the policy's place, if it is locked or the user has
 * no own key.
 */
export const rules = (policy: Policy | null, slot: Slot, place: KeyPlace, hasOwn: boolean) =>
  policy?.key &&
  slot === FIRST_PROFILE &&
  isSamePlace(policy.key.place, place) &&
  (!hasOwn || policy.locked.includes('apiKey'))
    ? policy.key
    : null;

export const managed = async ({ apiKey, place }: NonNullable<Policy['key']>): Promise<KeyMeta> => ({
  last4: apiKey.slice(-4),
  fingerprint: await fingerprintOf(apiKey),
  scheme: 'Api-Token',
  place,
});
