import { parseBaseUrl } from '@/utils/context/base-url';
import { parseOrg, parseUserName } from '@/utils/context/segment';
import type { TextKey } from '@/utils/failure';
import { cleanApiKey } from '@/utils/store/api-key';
import { DEFAULT_BASE_URL, type Settings } from '@/utils/store/settings';

/** What stands in the fields, as typed. The key's field is empty unless a new key is being typed. */
export interface Form {
  apiKey: string;
  organization: string;
  baseUrl: string;
  user: string;
  keyOwner: string;
}

export type FieldName = keyof Form;
export type FormErrors = Partial<Record<FieldName, TextKey>>;

/** What was typed, understood. `apiKey` is null where the stored key is meant. */
export interface Entered {
  apiKey: string | null;
  settings: Omit<Settings, 'sample'>;
}

/** The fields as the settings fill them. */
export const formOf = (settings: Omit<Settings, 'sample'> | null): Form => ({
  apiKey: '',
  organization: settings?.organization ?? '',
  baseUrl: settings?.baseUrl ?? DEFAULT_BASE_URL,
  user: settings?.user ?? '',
  keyOwner: settings?.keyOwner ?? '',
});

/** Reads the fields; each thing that can't be understood is an error beside its field. */
export function checkForm(
  form: Form,
  keyStored: boolean,
): { ok: true; entered: Entered } | { ok: false; errors: FormErrors } {
  const errors: FormErrors = {};
  const apiKey = checkKey(form.apiKey, keyStored);
  if (!apiKey.ok) errors.apiKey = apiKey.text;
  const organization = form.organization.trim()
    ? parseOrg(form.organization)
    : missing('options_org_missing');
  if (!organization.ok) errors.organization = organization.text;
  const baseUrl = parseBaseUrl(form.baseUrl.trim() || DEFAULT_BASE_URL);
  if (!baseUrl.ok) errors.baseUrl = baseUrl.text;
  const user = optionalName(form.user);
  if (!user.ok) errors.user = user.text;
  const keyOwner = optionalName(form.keyOwner);
  if (!keyOwner.ok) errors.keyOwner = keyOwner.text;

  if (!apiKey.ok || !organization.ok || !baseUrl.ok || !user.ok || !keyOwner.ok) {
    return { ok: false, errors };
  }
  const settings = {
    organization: organization.value,
    baseUrl: baseUrl.baseUrl,
    user: user.value,
    keyOwner: keyOwner.value,
  };
  return { ok: true, entered: { apiKey: apiKey.key, settings } };
}

const missing = (text: TextKey) => ({ ok: false as const, text });

function checkKey(text: string, keyStored: boolean) {
  if (text.trim()) return cleanApiKey(text);
  return keyStored ? { ok: true as const, key: null } : missing('options_key_missing');
}

const optionalName = (text: string) =>
  text.trim() ? parseUserName(text) : { ok: true as const, value: null };
