import { apiKeyOf } from '../data/organizations';
import type { ChromiumSession } from './launch';

/** The values to type on the options page, by the labels of its fields. */
export interface Settings {
  'API key': string;
  Organization: string;
  'API base URL'?: string;
  User?: string;
  'Key owner'?: string;
}

/**
 * The settings with which every user of the demo's Acme University can be looked at: one
 * administrator's key, which is good for requests in her own name.
 */
export const ADAS_SETTINGS: Settings = {
  'API key': apiKeyOf('acme', 'ada'),
  Organization: 'acme',
  'API base URL': 'https://base.manager.iblai.app',
  'Key owner': 'ada',
};

/** Fills in the options page in a tab of its own, saves, and resolves when that is confirmed. */
export async function configure(session: ChromiumSession, settings: Settings): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html'));
  for (const [label, value] of Object.entries(settings)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // The page is closed only after this, because closing it during "Saving…" loses the settings.
  await page.getByRole('status').getByText('Saved').waitFor();
  await page.close();
}
