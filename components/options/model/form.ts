import { isSameOrg } from '@/utils/deployment/segment';
import type { TextKey } from '@/utils/failure';
import { cleanApiKey } from '@/utils/store/keys/api-key';
import { emptyProfile, type Profile } from '@/utils/store/settings/profile';
import {
  type Checked,
  checkedProfileSchema,
  toProfile,
} from '@/utils/store/settings/profile-fields';

/** The texts in the fields, as typed. The key's field is empty unless a new key is typed. */
export interface Form {
  name: string;
  apiKey: string;
  organization: string;
  baseUrl: string;
  user: string;
  keyOwner: string;
  budget: string;
}

export type FieldName = keyof Form;
export type FormErrors = Partial<Record<FieldName, TextKey>>;

/**
 * The parsed values of the form. `apiKey` is null where the stored key is used. An empty base URL must
 * be found first.
 */
export interface Entered {
  apiKey: string | null;
  profile: Profile;
}

/** Returns the texts of the fields for a profile. */
export function formOf(profile: Profile = emptyProfile('')): Form {
  const { name, organization, baseUrl, user, keyOwner, monthlyBudget } = profile;
  return {
    name: name === organization ? '' : name,
    apiKey: '',
    organization,
    baseUrl,
    user: user ?? '',
    keyOwner: keyOwner ?? '',
    budget: monthlyBudget === null ? '' : String(monthlyBudget),
  };
}

/**
 * Parses the fields of the profile with this `id`, or returns an error for each field that is not
 * valid. `others` are all other profiles.
 */
export function checkForm(
  form: Form,
  { id, keyStored, others }: { id: string; keyStored: boolean; others: Profile[] },
): { ok: true; entered: Entered } | { ok: false; errors: FormErrors } {
  const typed = checkedProfileSchema.parse({ ...form, monthlyBudget: form.budget });
  const apiKey = checkKey(form.apiKey, keyStored);
  const baseUrl = form.baseUrl.trim() ? typed.baseUrl : AUTOMATIC;
  const organization = form.organization.trim()
    ? checkOrg(typed.organization, baseUrl, others)
    : refuse('options_org_missing');
  const read = toProfile({ ...typed, baseUrl, organization });
  if (read.ok && apiKey.ok) {
    return { ok: true, entered: { apiKey: apiKey.key, profile: { ...read.profile, id } } };
  }
  const { monthlyBudget: budget, ...errors } = read.ok ? {} : read.errors;
  return {
    ok: false,
    errors: {
      ...errors,
      ...(apiKey.ok ? {} : { apiKey: apiKey.text }),
      ...(budget ? { budget } : {}),
    },
  };
}

const AUTOMATIC: Checked<string> = { ok: true, value: '' };

const refuse = (text: TextKey) => ({ ok: false as const, text });

function checkKey(text: string, keyStored: boolean) {
  if (text.trim()) return cleanApiKey(text);
  return keyStored ? { ok: true as const, key: null } : refuse('options_key_missing');
}

function checkOrg(org: Checked<string>, baseUrl: Checked<string>, others: Profile[]) {
  const base = baseUrl.ok ? baseUrl.value : '';
  return org.ok && isTaken({ organization: org.value, baseUrl: base }, others)
    ? refuse('options_org_taken')
    : org;
}

/** Whether another profile has this organization at this base URL, or at any where it is empty. */
export const isTaken = (
  { organization, baseUrl }: Pick<Profile, 'organization' | 'baseUrl'>,
  others: Profile[],
): boolean =>
  others.some(
    (other) =>
      isSameOrg(other.organization, organization) && (!baseUrl || other.baseUrl === baseUrl),
  );

/** Returns the entered values with the key's owner, as the API gave it, where none is typed. */
export const withOwner = (
  { apiKey, profile }: Entered,
  owner: string | null | undefined,
): Entered => ({
  apiKey,
  profile: { ...profile, keyOwner: profile.keyOwner ?? owner ?? null },
});
