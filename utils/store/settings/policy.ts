import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { withDeadline } from '@/utils/deadline';
import { DEFAULT_BASE_URL, parseBaseUrl } from '@/utils/page/base-url';
import { parseOrg, parseUserName } from '@/utils/page/segment';
import { cleanApiKey } from '../keys/api-key';
import { emptyProfile, FIRST_PROFILE, type Profile } from './profile';

const lockable = ['apiKey', 'organization', 'baseUrl', 'user', 'keyOwner'] as const;
export type Lockable = (typeof lockable)[number];

const text = z.catch(z.optional(z.string()), undefined);
/** `public/managed-schema.json` says the same to the browser. */
const policySchema = z.object({
  organization: text,
  baseUrl: text,
  user: text,
  keyOwner: text,
  apiKey: text,
  lockedFields: z.catch(z.array(z.string()), []),
});

/** What an administrator has set for everybody. */
export interface Policy {
  profile: Partial<Pick<Profile, 'organization' | 'baseUrl' | 'user' | 'keyOwner'>>;
  apiKey: string | null;
  /** What nobody here may change; only what the policy really sets. */
  locked: Lockable[];
}

/**
 * The policy of `storage.managed`, or null where there is none. A value that could not have been
 * typed on the options page is left out, and its field stays open.
 */
export async function readPolicy(): Promise<Policy | null> {
  const found = await withDeadline<unknown>(told(), PATIENCE_MS, () => ({}));
  const read = policySchema.safeParse(found);
  return read.success ? understood(read.data) : null;
}

/** Chromium needs two seconds after its start before it tells; a policy must not be passed over. */
const PATIENCE_MS = 5000;

/** Firefox rejects where no policy was ever installed: one that fails once is asked again. */
async function told(): Promise<unknown> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return (await browser.storage.managed?.get()) ?? {};
    } catch {
      // Asked once more.
    }
  }
  return {};
}

function understood(raw: z.infer<typeof policySchema>): Policy | null {
  const profile: Policy['profile'] = {};
  const organization = parseOrg(raw.organization ?? '');
  if (organization.ok) profile.organization = organization.value;
  const baseUrl = parseBaseUrl(raw.baseUrl ?? '');
  if (baseUrl.ok) profile.baseUrl = baseUrl.baseUrl;
  const user = parseUserName(raw.user ?? '');
  if (user.ok) profile.user = user.value;
  const keyOwner = parseUserName(raw.keyOwner ?? '');
  if (keyOwner.ok) profile.keyOwner = keyOwner.value;
  const apiKey = cleanApiKey(raw.apiKey ?? '');
  const isSet = (name: Lockable) => (name === 'apiKey' ? apiKey.ok : profile[name] !== undefined);
  const locked = lockable.filter((name) => raw.lockedFields.includes(name) && isSet(name));
  const any = apiKey.ok || Object.keys(profile).length > 0;
  return any ? { profile, apiKey: apiKey.ok ? apiKey.key : null, locked } : null;
}

/**
 * The profiles as they hold under a policy: what it locks is as it says, the rest of it fills what
 * nobody has filled in. It is about the first profile; others are the user's own.
 */
export function underPolicy(profiles: Profile[], policy: Policy | null): Profile[] {
  if (policy === null) return profiles;
  const own = profiles.find(({ id }) => id === FIRST_PROFILE);
  const locked = Object.fromEntries(
    Object.entries(policy.profile).filter(([name]) => policy.locked.some((lock) => lock === name)),
  );
  const empty = { ...emptyProfile(FIRST_PROFILE), baseUrl: DEFAULT_BASE_URL };
  const first = own ? { ...own, ...locked } : { ...empty, ...policy.profile };
  return [first, ...profiles.filter(({ id }) => id !== FIRST_PROFILE)];
}
