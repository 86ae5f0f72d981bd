import { browser } from 'wxt/browser';
import { readPolicy } from '@/utils/store/settings/policy';
import { readOwnProfiles } from '@/utils/store/settings/settings';

/**
 * Opens the options page after an install, unless there is a profile already or an administrator has set
 * the key. Chromium tells of an install at each start where the extension is named on its command line.
 */
export async function openWelcome(): Promise<void> {
  const [profiles, policy] = await Promise.all([readOwnProfiles(), readPolicy()]);
  if (policy?.key || (profiles ?? []).length > 0) return;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#welcome` });
}
