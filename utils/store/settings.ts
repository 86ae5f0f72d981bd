import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { createItem } from './item';

export const DEFAULT_BASE_URL = 'https://base.manager.iblai.app';

const settingsSchema = z.object({
  organization: z.string(),
  baseUrl: z.string(),
  /** Overrides the user of the page. */
  user: z.nullable(z.string()),
  /** The user named in the API's path, where the key is somebody else's. */
  keyOwner: z.nullable(z.string()),
  /** Sample data instead of anybody's. */
  sample: z.boolean(),
});

/** Everything that the options page holds but the key, which is in the vault. */
export type Settings = z.infer<typeof settingsSchema>;

export type SettingsRead = { state: 'ok'; settings: Settings } | { state: 'damaged' | 'newer' };

export const INITIAL_SETTINGS: Settings = {
  organization: '',
  baseUrl: DEFAULT_BASE_URL,
  user: null,
  keyOwner: null,
  sample: false,
};

const item = createItem({
  key: 'settings',
  version: 1,
  schema: settingsSchema,
  initial: INITIAL_SETTINGS,
  migrations: {},
});

/** The settings, or why what is stored can't be used (it is kept all the same). */
export async function readSettings(): Promise<SettingsRead> {
  const read = await item.read();
  return read.state === 'ok' ? { state: 'ok', settings: read.value } : read;
}

/** Stores the settings in place of what was there. */
export const writeSettings = (settings: Settings): Promise<Result<null>> => item.write(settings);

/** Calls back after every change; returns how to stop. */
export const watchSettings = (onChange: () => void): (() => void) => item.watch(onChange);

export const removeSettings = (): Promise<Result<null>> => item.remove();
