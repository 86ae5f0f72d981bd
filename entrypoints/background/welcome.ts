import { browser } from 'wxt/browser';
import { readPolicy } from '@/utils/store/settings/policy';

/** Opens the options page after an install, where nobody has set the key for everybody already. */
export async function openWelcome(): Promise<void> {
  if ((await readPolicy())?.key) return;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#welcome` });
}
