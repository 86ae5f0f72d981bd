import type { TextKey } from '@/utils/failure';
import { parseBaseUrl } from '@/utils/page/base-url';
import { parseOrg, parseUserName } from '@/utils/page/segment';
import { cleanApiKey } from '@/utils/store/keys/api-key';
import { parseBudget } from '@/utils/store/settings/budget-amount';
import { emptyProfile, type Profile } from '@/utils/store/settings/profile';

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

const LONGEST_NAME = 150;

/**
 * Parses the fields of the profile with this `id`, or returns an error for each field that is not
 * valid. `others` are all other profiles.
 */
export function checkForm(
  form: Form,
  { id, keyStored, others }: { id: string; keyStored: boolean; others: Profile[] },
): { ok: true; entered: Entered } | { ok: false; errors: FormErrors } {
  const errors: FormErrors = {};
  const apiKey = checkKey(form.apiKey, keyStored);
  if (!apiKey.ok) errors.apiKey = apiKey.text;
  const baseUrl = form.baseUrl.trim() ? parseBaseUrl(form.baseUrl) : AUTOMATIC;
  if (!baseUrl.ok) errors.baseUrl = baseUrl.text;
  const organization = checkOrg(form.organization, baseUrl.ok ? baseUrl.baseUrl : null, others);
  if (!organization.ok) errors.organization = organization.text;
  const user = optionalName(form.user);
  if (!user.ok) errors.user = user.text;
  const keyOwner = optionalName(form.keyOwner);
  if (!keyOwner.ok) errors.keyOwner = keyOwner.text;
  const budget = parseBudget(form.budget);
  if (!budget.ok) errors.budget = budget.text;

  if (!apiKey.ok || !organization.ok || !baseUrl.ok || !user.ok || !keyOwner.ok || !budget.ok) {
    return { ok: false, errors };
  }
  const profile: Profile = {
    id,
    name: form.name.trim().slice(0, LONGEST_NAME) || organization.value,
    organization: organization.value,
    baseUrl: baseUrl.baseUrl,
    user: user.value,
    keyOwner: keyOwner.value,
    monthlyBudget: budget.amount,
  };
  return { ok: true, entered: { apiKey: apiKey.key, profile } };
}

const AUTOMATIC = { ok: true as const, baseUrl: '' };

const refuse = (text: TextKey) => ({ ok: false as const, text });

function checkKey(text: string, keyStored: boolean) {
  if (text.trim()) return cleanApiKey(text);
  return keyStored ? { ok: true as const, key: null } : refuse('options_key_missing');
}

function checkOrg(text: string, baseUrl: string | null, others: Profile[]) {
  if (!text.trim()) return refuse('options_org_missing');
  const org = parseOrg(text);
  const taken = others.some(
    (other) =>
      org.ok && other.organization === org.value && (!baseUrl || other.baseUrl === baseUrl),
  );
  return taken ? refuse('options_org_taken') : org;
}

const optionalName = (text: string) =>
  text.trim() ? parseUserName(text) : { ok: true as const, value: null };
