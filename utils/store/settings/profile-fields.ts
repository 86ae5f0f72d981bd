import * as z from 'zod/mini';
import { parseBaseUrl } from '@/utils/deployment/base-url';
import { parseOrg, parseUserName } from '@/utils/deployment/segment';
import type { TextKey } from '@/utils/failure';
import { parseBudget } from './budget-amount';
import type { Profile } from './profile';

/** The value of a field, or the text that says why it is not valid. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; text: TextKey };

const LONGEST_NAME = 150;

/** An empty text is no user name. */
const checkedUser = z.pipe(
  z.nullish(z.string()),
  z.transform((text): Checked<string | null> => {
    return text?.trim() ? parseUserName(text) : { ok: true, value: null };
  }),
);

/**
 * How each field of a profile is checked, whether it was typed, imported from a file or set by a
 * policy. A value of the wrong type fails; one that is not valid gives the text that says why.
 */
export const profileFields = {
  name: z.pipe(
    z.nullish(z.string()),
    z.transform((text): Checked<string> => {
      return { ok: true, value: (text ?? '').trim().slice(0, LONGEST_NAME) };
    }),
  ),
  organization: z.pipe(z.string(), z.transform(parseOrg)),
  baseUrl: z.pipe(
    z.string(),
    z.transform((text): Checked<string> => {
      const read = parseBaseUrl(text);
      return read.ok ? { ok: true, value: read.baseUrl } : read;
    }),
  ),
  user: checkedUser,
  keyOwner: checkedUser,
  monthlyBudget: z.pipe(
    z.nullish(z.union([z.number(), z.string()])),
    z.transform((amount): Checked<number | null> => {
      const read = parseBudget(String(amount ?? ''));
      return read.ok ? { ok: true, value: read.amount } : read;
    }),
  ),
};

/** All fields of a profile, each checked. */
export const checkedProfileSchema = z.object(profileFields);

type CheckedProfile = z.infer<typeof checkedProfileSchema>;

export type ProfileErrors = Partial<Record<keyof CheckedProfile, TextKey>>;

/**
 * Returns the profile if all of its fields are valid, or the error of each other field. Without a
 * name it is named after its organization.
 */
export function toProfile({
  name,
  organization,
  baseUrl,
  user,
  keyOwner,
  monthlyBudget,
}: CheckedProfile):
  | { ok: true; profile: Omit<Profile, 'id'> }
  | { ok: false; errors: ProfileErrors } {
  if (name.ok && organization.ok && baseUrl.ok && user.ok && keyOwner.ok && monthlyBudget.ok) {
    const profile = {
      name: name.value || organization.value,
      organization: organization.value,
      baseUrl: baseUrl.value,
      user: user.value,
      keyOwner: keyOwner.value,
      monthlyBudget: monthlyBudget.value,
    };
    return { ok: true, profile };
  }
  const fields = { organization, baseUrl, user, keyOwner, monthlyBudget };
  const errors = Object.entries(fields).flatMap(([field, checked]) =>
    checked.ok ? [] : [[field, checked.text] as const],
  );
  return { ok: false, errors: Object.fromEntries(errors) };
}
