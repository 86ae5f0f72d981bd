import * as z from 'zod/mini';
import { parseBaseUrl } from '@/utils/context/base-url';
import { parseOrg, parseUserName, type Segment } from '@/utils/context/segment';
import type { TextKey } from '@/utils/failure';
import type { Settings } from './settings';

const VERSION = 1;
const LONGEST = 65_536;

const fileSchema = z.object({ lens: z.number(), settings: z.unknown() });
const optionalText = z.nullish(z.string());
const settingsSchema = z.object({
  organization: optionalText,
  baseUrl: z.string(),
  user: optionalText,
  keyOwner: optionalText,
});

export type ReadFile = { ok: true; settings: Settings } | { ok: false; text: TextKey };

/** The settings as a file to take along. The key is no setting, and is in no file. */
export function writeSettingsFile({ organization, baseUrl, user, keyOwner }: Settings): string {
  const settings = { organization, baseUrl, user, keyOwner };
  return `${JSON.stringify({ lens: VERSION, settings }, null, 2)}\n`;
}

/**
 * The settings in a file, or why they can't be taken over. Each is checked as if it had been typed;
 * fields that nobody knows are dropped.
 */
export function readSettingsFile(text: string): ReadFile {
  const file = fileSchema.safeParse(json(text));
  if (!file.success) return refuse('settings_file_broken');
  if (file.data.lens > VERSION) return refuse('settings_file_newer');
  const read = settingsSchema.safeParse(file.data.settings);
  if (!read.success || file.data.lens !== VERSION) return refuse('settings_file_broken');
  const baseUrl = parseBaseUrl(read.data.baseUrl);
  if (!baseUrl.ok) return baseUrl;
  const organization = optional(read.data.organization, parseOrg);
  if (!organization.ok) return organization;
  const user = optional(read.data.user, parseUserName);
  if (!user.ok) return user;
  const keyOwner = optional(read.data.keyOwner, parseUserName);
  if (!keyOwner.ok) return keyOwner;
  return {
    ok: true,
    settings: {
      organization: organization.value ?? '',
      baseUrl: baseUrl.baseUrl,
      user: user.value,
      keyOwner: keyOwner.value,
      sample: false,
    },
  };
}

const refuse = (text: TextKey): ReadFile => ({ ok: false, text });

const optional = (text: string | null | undefined, parse: (text: string) => Segment) =>
  text ? parse(text) : { ok: true as const, value: null };

function json(text: string): unknown {
  try {
    // Some editors put a byte-order mark in front.
    return text.length > LONGEST ? null : JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
