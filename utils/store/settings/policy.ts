import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { withDeadline } from '@/utils/deadline';
import { DEFAULT_BASE_URL } from '@/utils/deployment/base-url';
import { cleanApiKey } from '../keys/api-key';
import type { KeyPlace } from '../keys/key-record';
import { emptyProfile, FIRST_PROFILE, type Profile } from './profile';
import { type Checked, profileFields } from './profile-fields';

const lockable = ['apiKey', 'organization', 'baseUrl', 'user', 'keyOwner'] as const;
export type Lockable = (typeof lockable)[number];

const names = z.catch(z.optional(z.array(z.string())), undefined);
/** A field that is missing, or whose value has the wrong type, is not set. */
const lenient = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined);
/** `public/managed-schema.json` describes the same shape for the browser. */
const policySchema = z.object({
  organization: lenient(profileFields.organization),
  baseUrl: lenient(profileFields.baseUrl),
  user: lenient(profileFields.user),
  keyOwner: lenient(profileFields.keyOwner),
  apiKey: lenient(z.string()),
  popupCards: names,
  panelCards: names,
  lockedFields: z.catch(z.array(z.string()), []),
});

/** The settings that an administrator has set for all users. */
export interface Policy {
  profile: Partial<Pick<Profile, 'organization' | 'baseUrl' | 'user' | 'keyOwner'>>;
  /**
   * The key is sent only to the policy's own organization and base URL; null where the policy names
   * no organization.
   */
  key: { apiKey: string; place: KeyPlace } | null;
  /** The names of the cards that are shown, in order; null where users choose them. */
  cards: { popup: string[] | null; panel: string[] | null };
  /** The fields that users cannot change; only those that the policy really sets. */
  locked: Lockable[];
}

/**
 * Reads the policy from `storage.managed`; null where there is none. A value that the options page
 * would refuse is left out, and users can still edit that field.
 */
export async function readPolicy(): Promise<Policy | null> {
  const found = await withDeadline<unknown>(told(), PATIENCE_MS, () => ({}));
  const read = policySchema.safeParse(found);
  return read.success ? understood(read.data) : null;
}

/**
 * Longer than the two seconds that Chromium needs after its start to return the policy, which must
 * not be missed.
 */
const PATIENCE_MS = 5000;

/** The pauses in ms before the policy is read again: a worker that is being stopped is gone by then. */
const PAUSES_MS = [100, 300];

/**
 * Reads `storage.managed`. Firefox rejects where no policy was ever installed, and says so. After
 * any other failure nothing is known, so it is read again before the policy counts as absent.
 */
async function told(): Promise<unknown> {
  for (let tries = 0; ; tries += 1) {
    try {
      return (await browser.storage.managed?.get()) ?? {};
    } catch (failure) {
      const pauseMs = PAUSES_MS[tries];
      if (pauseMs === undefined || isNeverInstalled(failure)) return {};
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

const isNeverInstalled = (failure: unknown): boolean =>
  failure instanceof Error && failure.message.includes('manifest not found');

function understood(raw: z.infer<typeof policySchema>): Policy | null {
  const profile: Policy['profile'] = {};
  if (isSet(raw.organization)) profile.organization = raw.organization.value;
  if (isSet(raw.baseUrl)) profile.baseUrl = raw.baseUrl.value;
  if (isSet(raw.user)) profile.user = raw.user.value;
  if (isSet(raw.keyOwner)) profile.keyOwner = raw.keyOwner.value;
  const apiKey = cleanApiKey(raw.apiKey ?? '');
  const key =
    apiKey.ok && profile.organization !== undefined
      ? {
          apiKey: apiKey.key,
          place: {
            baseUrl: profile.baseUrl ?? DEFAULT_BASE_URL,
            organization: profile.organization,
          },
        }
      : null;
  const isGiven = (name: Lockable) => (name === 'apiKey' ? key : profile[name]) != null;
  const locked = lockable.filter((name) => raw.lockedFields.includes(name) && isGiven(name));
  const cards = { popup: raw.popupCards ?? null, panel: raw.panelCards ?? null };
  const any = Object.keys(profile).length > 0 || cards.popup !== null || cards.panel !== null;
  return any ? { profile, key, cards, locked } : null;
}

const isSet = <Value>(
  field: Checked<Value> | undefined,
): field is { ok: true; value: NonNullable<Value> } => field?.ok === true && field.value !== null;

/**
 * Returns the profiles with a policy applied: locked fields have the policy's value; its other values
 * stand until the user has saved an organization, and then the user's do. Only the first profile is
 * affected; all others belong to the user.
 */
export function underPolicy(profiles: Profile[], policy: Policy | null): Profile[] {
  if (policy === null || isAboutCardsAlone(policy)) return profiles;
  const own = profiles.find(({ id }) => id === FIRST_PROFILE);
  const locked = Object.fromEntries(
    Object.entries(policy.profile).filter(([name]) => policy.locked.some((lock) => lock === name)),
  );
  const first = isFilledIn(own) ? own : filledBy(policy, own);
  return [{ ...first, ...locked }, ...profiles.filter(({ id }) => id !== FIRST_PROFILE)];
}

/** A profile without an organization holds only the user's name: see `withUser`. */
const isFilledIn = (own: Profile | undefined): own is Profile =>
  own !== undefined && own.organization !== '';

const filledBy = (policy: Policy, own: Profile | undefined): Profile => {
  const empty = { ...emptyProfile(FIRST_PROFILE), baseUrl: DEFAULT_BASE_URL };
  const filled = { ...empty, ...policy.profile };
  return { ...filled, user: own?.user ?? filled.user };
};

/** Whether a policy says nothing of a profile; otherwise the first one is there for as long as the policy is. */
export const isAboutCardsAlone = ({ profile }: Policy): boolean =>
  Object.keys(profile).length === 0;
