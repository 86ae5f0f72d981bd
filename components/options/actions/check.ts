import { isOfDeployment } from '@/utils/deployment/deployment';
import { isSameOrg } from '@/utils/deployment/segment';
import type { Failure, Result, TextKey } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import { send } from '@/utils/messages/send';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { placeOf } from '@/utils/store/keys/keys';
import { saveKey } from '@/utils/store/keys/vault';
import type { Profile } from '@/utils/store/settings/profile';
import { detectActiveTab } from '@/utils/tab/active-tab';
import type { Entered, FormErrors } from '../model/form';
import { unlessStopped } from './unless-stopped';

/**
 * Tests the entered values against the API. A key that is not saved yet is put into the vault's slot
 * for candidates, as no message carries a key. Where no user is typed, the user of the open ibl.ai
 * page is taken.
 */
export async function checkConnection(
  { apiKey, profile }: Entered,
  signal: AbortSignal,
): Promise<Result<ConnectionReport>> {
  if (apiKey !== null) {
    const saved = await unlessStopped(signal, () => saveKey(CANDIDATE, apiKey, placeOf(profile)));
    if (!saved.ok) return saved;
  }
  const { baseUrl, organization, keyOwner } = profile;
  const page = profile.user === null ? await userOfPage(profile) : null;
  const user = profile.user ?? page?.user ?? null;
  const isPrivate = page?.isPrivate;
  const slot = apiKey === null ? profile.id : CANDIDATE;
  return send('test', { slot, baseUrl, organization, user, keyOwner, isPrivate });
}

/** Returns the user of the last ibl.ai page if it has the same organization and deployment. */
async function userOfPage({ organization, baseUrl }: Profile) {
  const detection = await detectActiveTab();
  if (detection.state !== 'page') return null;
  const { host, org, user } = detection.page;
  const isOwn = org !== null && isSameOrg(org.key, organization) && isOfDeployment(host, baseUrl);
  return isOwn && user ? { user: user.name, isPrivate: detection.isPrivate } : null;
}

const keyTexts: Partial<Record<Failure['kind'], TextKey>> = {
  forbidden: 'options_weak_key',
  'no-key': 'options_key_missing',
};

/** Returns the error of the field that a report names as wrong; the status says the rest. */
export function errorsOf({ failure, field }: ConnectionReport): FormErrors {
  switch (field) {
    case 'key':
      return {
        apiKey: keyTexts[failure?.kind ?? 'key-rejected'] ?? 'options_wrong_key',
      };
    case 'organization':
      return { organization: 'options_wrong_org' };
    case 'baseUrl':
      // Without a network no address answers.
      return failure?.kind === 'offline' && !navigator.onLine
        ? {}
        : { baseUrl: 'options_wrong_base_url' };
    case 'permission':
      return { baseUrl: 'options_permission_denied' };
    case 'user':
      return { user: 'options_wrong_user' };
    case 'keyOwner':
      return { keyOwner: 'options_wrong_key_owner' };
    case undefined:
      return {};
  }
}
