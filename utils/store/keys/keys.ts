import { fail, ok, type Result } from '@/utils/failure';
import { isSameOrg } from '@/utils/page/segment';
import { type Policy, readPolicy, underPolicy } from '../settings/policy';
import { FIRST_PROFILE, type Profile } from '../settings/profile';
import { readOwnProfiles } from '../settings/settings';
import type { StoredItems } from '../stored-items';
import { fingerprintOf } from './encrypt';
import { bindKeys, type KeyMeta, type KeyPlace, readKey, readMetas, type Slot } from './vault';
import type { KeyRecords } from './vault-db';

/** What may be shown of each profile's key, by the profile's id. */
export type KeyMetas = Record<string, KeyMeta>;

/** What a profile's key is saved for. */
export const placeOf = ({ baseUrl, organization }: KeyPlace): KeyPlace => ({
  baseUrl,
  organization,
});

/** Whether a key may be used: it was saved for this place, or, before places were kept, with this profile. */
function isFor({ place }: KeyMeta, wanted: KeyPlace, own: Profile | undefined): boolean {
  const saved = place ?? own;
  return saved !== undefined && isSamePlace(saved, wanted);
}

const isSamePlace = (one: KeyPlace, other: KeyPlace): boolean =>
  one.baseUrl === other.baseUrl && isSameOrg(one.organization, other.organization);

/** A policy's key where it is used: at the policy's place, locked or where the user has none of their own. */
const rules = (policy: Policy | null, slot: Slot, place: KeyPlace, hasOwn: boolean) =>
  policy?.key &&
  slot === FIRST_PROFILE &&
  isSamePlace(policy.key.place, place) &&
  (!hasOwn || policy.locked.includes('apiKey'))
    ? policy.key
    : null;

const managed = async ({ apiKey, place }: NonNullable<Policy['key']>): Promise<KeyMeta> => ({
  last4: apiKey.slice(-4),
  fingerprint: await fingerprintOf(apiKey),
  scheme: 'Api-Token',
  place,
});

/**
 * The key of a slot in clear, its own or the policy's, for the worker alone; see `readKey`. `no-key` where
 * it was saved for another place than the one it is to go to.
 */
export async function keyOf(
  slot: Slot,
  place: KeyPlace,
): Promise<Result<KeyMeta & { apiKey: string }>> {
  const [key, policy, own] = await Promise.all([readKey(slot), readPolicy(), readOwnProfiles()]);
  const isOwn = key.ok && isFor(key.value, place, profileIn(own, slot));
  const ruled = rules(policy, slot, place, isOwn);
  if (ruled) return ok({ ...(await managed(ruled)), apiKey: ruled.apiKey });
  if (isOwn || !key.ok) return key;
  // What an old key is for can't be told without the settings: that is no missing key.
  return fail({ kind: own === null && !key.value.place ? 'storage' : 'no-key' });
}

/**
 * What may be shown of every key that its profile can use, for what the profile says now; null where
 * vault or settings can't be read.
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

/** What was found already, and is not read again. */
interface Found {
  items?: StoredItems | undefined;
  records?: KeyRecords | null | undefined;
}

const profileIn = (profiles: Profile[] | null, slot: Slot): Profile | undefined =>
  profiles?.find(({ id }) => id === slot);

/**
 * Writes what each key is for beside those that older releases stored without. Done at every start, and
 * before anything changes what a profile says.
 */
export async function bindStoredKeys(): Promise<Result<null>> {
  const own = await readOwnProfiles();
  const filled = (own ?? []).filter(({ organization }) => organization !== '');
  return bindKeys(Object.fromEntries(filled.map((profile) => [profile.id, placeOf(profile)])));
}
