import { ok, type Result } from '@/utils/failure';
import { type Policy, readPolicy } from '../settings/policy';
import { FIRST_PROFILE } from '../settings/profile';
import { fingerprintOf } from './encrypt';
import { type KeyMeta, readKey, readMetas, type Slot } from './vault';
import type { KeyRecords } from './vault-db';

/** What may be shown of each profile's key, by the profile's id. */
export type KeyMetas = Record<string, KeyMeta>;

/** Whether a policy's key is used in a slot: it is locked, or the user has none. */
const rules = (policy: Policy | null, slot: Slot, own: boolean) =>
  policy?.apiKey && slot === FIRST_PROFILE && (!own || policy.locked.includes('apiKey'))
    ? policy.apiKey
    : null;

const managed = async (apiKey: string) => ({
  last4: apiKey.slice(-4),
  fingerprint: await fingerprintOf(apiKey),
  scheme: 'Api-Token' as const,
});

/** The key of a profile in clear, its own or the policy's, for the worker alone; see `readKey`. */
export async function keyOf(slot: Slot): Promise<Result<KeyMeta & { apiKey: string }>> {
  const [key, policy] = await Promise.all([readKey(slot), readPolicy()]);
  const apiKey = rules(policy, slot, key.ok);
  return apiKey === null ? key : ok({ ...(await managed(apiKey)), apiKey });
}

/** What may be shown of every key there is; null where the vault can't be opened now. */
export async function readKeyMetas(
  policy: Promise<Policy | null> = readPolicy(),
  records?: KeyRecords | null,
): Promise<KeyMetas | null> {
  const [metas, ruled] = await Promise.all([readMetas(records), policy]);
  if (metas === null) return null;
  const apiKey = rules(ruled, FIRST_PROFILE, metas[FIRST_PROFILE] !== undefined);
  return apiKey === null ? metas : { ...metas, [FIRST_PROFILE]: await managed(apiKey) };
}
