import * as z from 'zod/mini';
import { fail, type Result } from '@/utils/failure';
import { inOrder } from '../in-order';
import { createItem } from '../item';
import type { StoredItems } from '../stored-items';
import { watchPolicy } from '../watch';
import { type Policy, readPolicy, underPolicy } from './policy';
import { emptyProfile, FIRST_PROFILE, type Profile, profileSchema } from './profile';

const settingsSchema = z.object({
  /** One for each organization; the first stands in where a page names none of them. */
  profiles: z.array(profileSchema),
  /** Sample data instead of anybody's. */
  sample: z.boolean(),
  /** The share of the budget that is spent, on the toolbar's icon. */
  badge: z.boolean(),
  /** A notification when 80 % and 100 % of a budget are spent. */
  alerts: z.boolean(),
});

/** Everything that the options page holds but the keys, which are in the vault. */
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

/** What release 0.1.0 stored: one organization. */
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

/** The settings, as they hold under the policy, or why what is stored can't be used (it is kept). */
export async function readSettings(
  policy: Promise<Policy | null> = readPolicy(),
  items?: StoredItems,
): Promise<SettingsRead> {
  const [read, ruled] = await Promise.all([item.read(items), policy]);
  if (read.state !== 'ok') return read;
  const { profiles, ...rest } = read.value;
  return { state: 'ok', settings: { ...rest, profiles: underPolicy(profiles, ruled) } };
}

/** The profiles as the user has them, whatever a policy says; null where they can't be read. */
export async function readOwnProfiles(items?: StoredItems): Promise<Profile[] | null> {
  const read = await item.read(items);
  return read.state === 'ok' ? read.value.profiles : null;
}

/** Stores the settings in place of what was there. */
export const writeSettings = (settings: Settings): Promise<Result<null>> => item.write(settings);

/**
 * Changes what is stored, which is not what a policy makes of it; `storage` where that can't be
 * read: nothing is written over it. Two changes at once come one after the other.
 */
export const changeSettings = (change: (now: Settings) => Settings): Promise<Result<null>> =>
  inOrder('settings', async () => {
    const read = await item.read();
    return read.state === 'ok' ? item.write(change(read.value)) : fail({ kind: 'storage' });
  });

/** Puts a profile in the place of the one with its id, or behind all others. */
export const withProfile = (settings: Settings, profile: Profile): Settings => {
  const known = settings.profiles.some(({ id }) => id === profile.id);
  const profiles = known
    ? settings.profiles.map((old) => (old.id === profile.id ? profile : old))
    : [...settings.profiles, profile];
  return { ...settings, profiles };
};

/**
 * Gives a profile a typed user, and changes nothing else: what a policy makes of the profile is not the
 * user's own. One that is the policy's alone holds the user's name and nothing more.
 */
export const withUser = (settings: Settings, id: string, user: string): Settings => {
  const own = settings.profiles.find((profile) => profile.id === id) ?? emptyProfile(id);
  return withProfile(settings, { ...own, user });
};

/** Calls back after every change, of the policy too; returns how to stop. */
export function watchSettings(onChange: () => void): () => void {
  const stops = [item.watch(onChange), watchPolicy(onChange)];
  return () => {
    for (const stop of stops) stop();
  };
}

export const removeSettings = (): Promise<Result<null>> => item.remove();
