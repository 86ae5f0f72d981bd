import * as z from 'zod/mini';
import { isSameOrg } from '@/utils/deployment/segment';
import type { TextKey } from '@/utils/failure';
import { type Policy, underPolicy } from './policy';
import { newProfileId, type Profile } from './profile';
import { checkedProfileSchema, toProfile } from './profile-fields';
import { type Settings, withProfile } from './settings';
import type { View } from './view';

const VERSION = 1;
const LONGEST = 65_536;
const MOST_PROFILES = 50;

/**
 * A profile as a file holds it: without its key, and without its id, which is valid only in this
 * browser.
 */
type Portable = Omit<Profile, 'id'>;

const names = z.catch(z.nullish(z.array(z.string().check(z.maxLength(40)))), null);
const fileSchema = z.object({
  lens: z.number(),
  profiles: z.unknown(),
  cards: z.catch(z.nullish(z.object({ popup: names, panel: names })), null),
});
const profilesSchema = z
  .array(checkedProfileSchema)
  .check(z.minLength(1), z.maxLength(MOST_PROFILES));

export type ReadFile =
  | { ok: true; profiles: Portable[]; cards?: View['cards'] }
  | { ok: false; text: TextKey };

/**
 * Returns the text of a settings file, including the cards that are shown. It never contains a key.
 */
export function writeSettingsFile({ profiles }: Settings, cards?: View['cards']): string {
  const portable = profiles.map(
    ({ name, organization, baseUrl, user, keyOwner, monthlyBudget }): Portable => ({
      name,
      organization,
      baseUrl,
      user,
      keyOwner,
      monthlyBudget,
    }),
  );
  return `${JSON.stringify({ lens: VERSION, profiles: portable, cards }, null, 2)}\n`;
}

/**
 * Reads the profiles and the cards from a settings file, or returns why it cannot be imported: all
 * of it or nothing. Each field is checked as if it had been typed; unknown fields are dropped.
 */
export function readSettingsFile(text: string): ReadFile {
  const file = fileSchema.safeParse(json(text));
  if (!file.success) return refuse('settings_file_broken');
  if (file.data.lens > VERSION) return refuse('settings_file_newer');
  const read = profilesSchema.safeParse(file.data.profiles);
  if (!read.success || file.data.lens !== VERSION) return refuse('settings_file_broken');
  const profiles: Portable[] = [];
  for (const raw of read.data) {
    const checked = toProfile(raw);
    if (!checked.ok) return refuse(Object.values(checked.errors)[0] ?? 'settings_file_broken');
    profiles.push(checked.profile);
  }
  const { cards } = file.data;
  return {
    ok: true,
    profiles,
    ...(cards && { cards: { popup: cards.popup ?? null, panel: cards.panel ?? null } }),
  };
}

/**
 * Adds a file's profiles to the settings. A profile with the same organization and base URL is
 * updated and keeps its key, also the one that a policy gives; all others are added.
 */
export function withPortable(
  settings: Settings,
  profiles: Portable[],
  policy: Policy | null = null,
): Settings {
  return profiles.reduce((now, portable) => {
    const shown = underPolicy(now.profiles, policy);
    // The first profile's id is the policy's where that names its organization.
    const taken = policy?.profile.organization === undefined ? now.profiles : shown;
    const id = knownAt(shown, portable)?.id ?? newProfileId(taken);
    return withProfile(now, { ...portable, id });
  }, settings);
}

/** Whether a file has organizations that cannot be added, because a policy has locked its own. */
export const isRuledOut = (own: Profile[], profiles: Portable[], policy: Policy | null): boolean =>
  policy?.locked.includes('organization') === true &&
  profiles.some((portable) => !knownAt(underPolicy(own, policy), portable));

const knownAt = (profiles: Profile[], { organization, baseUrl }: Portable): Profile | undefined =>
  profiles.find(
    (profile) => isSameOrg(profile.organization, organization) && profile.baseUrl === baseUrl,
  );

const refuse = (text: TextKey) => ({ ok: false, text }) as const;

function json(text: string): unknown {
  try {
    // Some editors write a byte order mark at the beginning.
    return text.length > LONGEST ? null : JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
