import * as z from 'zod/mini';
import { fail, type Result } from '@/utils/failure';
import { createItem } from '../item';
import type { StoredItems } from '../stored-items';
import { watchPolicy } from '../watch';
import { withLock } from '../with-lock';
import { allowedPagesSchema } from './allowed-pages';
import { type Policy, readPolicy, underPolicy } from './policy';
import { emptyProfile, FIRST_PROFILE, type Profile, profileSchema } from './profile';

const settingsSchema = z.object({
  /** One for each organization; the first is used where a page names none of them. */
  profiles: z.array(profileSchema),
  /** Whether sample data is shown in place of real figures. */
  sample: z.boolean(),
  /** Whether the toolbar icon shows the share of the budget that is spent. */
  badge: z.boolean(),
  /** Whether a notification is shown when 80% and 100% of a budget are spent. */
  alerts: z.boolean(),
  /** Sites of other domains that the user has allowed for a deployment, so that it is not asked again. */
  allowedPages: z.optional(allowedPagesSchema),
});

/** All settings of the options page except the keys, which are in the vault. */
export type Settings = z.infer<typeof settingsSchema>;

export type SettingsRead =
  | { state: 'ok'; settings: Settings }
  | { state: 'damaged' | 'newer' | 'unread' };

export const INITIAL_SETTINGS: Settings = {
  profiles: [],
  sample: false,
  badge: false,
  alerts: false,
};

/** The settings as release 0.1.0 stored them: one organization. */
const version1 = z.object({
  organization: z.string(),
  baseUrl: z.string(),
  user: z.nullable(z.string()),
  keyOwner: z.nullable(z.string()),
  sample: z.boolean(),
});

const item = createItem({
  key: 'settings',
  version: 2,
  schema: settingsSchema,
  initial: INITIAL_SETTINGS,
  migrations: {
    1: (value): Settings => {
      const { sample, ...only } = version1.parse(value);
      const name = only.organization;
      const profile = { ...only, id: FIRST_PROFILE, name, monthlyBudget: null };
      return { ...INITIAL_SETTINGS, profiles: name === '' ? [] : [profile], sample };
    },
  },
});

/**
 * Returns the settings with the policy applied, or the reason why the stored ones cannot be used
 * (they are kept).
 */
export async function readSettings(
  policy: Promise<Policy | null> = readPolicy(),
  items?: StoredItems,
): Promise<SettingsRead> {
  const [read, ruled] = await Promise.all([item.read(items), policy]);
  if (read.state !== 'ok') return read;
  const { profiles, ...rest } = read.value;
  return { state: 'ok', settings: { ...rest, profiles: underPolicy(profiles, ruled) } };
}

/** Returns the user's own profiles, without the policy; null where they cannot be read. */
export async function readOwnProfiles(items?: StoredItems): Promise<Profile[] | null> {
  const read = await item.read(items);
  return read.state === 'ok' ? read.value.profiles : null;
}

/** Stores the settings in place of the old ones. */
export const writeSettings = (settings: Settings): Promise<Result<null>> => item.write(settings);

/**
 * Changes the stored settings, without the policy's values. Returns `storage` where they cannot be
 * read, and then writes nothing. Two changes at the same time run one after another.
 */
export const changeSettings = (change: (now: Settings) => Settings): Promise<Result<null>> =>
  withLock('settings', async () => {
    const read = await item.read();
    return read.state === 'ok' ? item.write(change(read.value)) : fail({ kind: 'storage' });
  });

/** Returns the settings with this profile in place of the one with its id, or added at the end. */
export const withProfile = (settings: Settings, profile: Profile): Settings => {
  const known = settings.profiles.some(({ id }) => id === profile.id);
  const profiles = known
    ? settings.profiles.map((old) => (old.id === profile.id ? profile : old))
    : [...settings.profiles, profile];
  return { ...settings, profiles };
};

/**
 * Returns the settings with a profile's user replaced and nothing else changed, because the
 * policy's values in a profile are not the user's own. For a profile that exists only in the
 * policy, just the user's name is stored.
 */
export const withUser = (settings: Settings, id: string, user: string): Settings => {
  const own = settings.profiles.find((profile) => profile.id === id) ?? emptyProfile(id);
  return withProfile(settings, { ...own, user });
};

/** Calls back after every change, also of the policy; returns a function that stops it. */
export function watchSettings(onChange: () => void): () => void {
  const stops = [item.watch(onChange), watchPolicy(onChange)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Removes the settings; a change that is under way ends before, so that it does not bring them back. */
export const removeSettings = (): Promise<Result<null>> => withLock('settings', item.remove);
