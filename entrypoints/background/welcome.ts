import { browser } from 'wxt/browser';
import { readPolicy } from '@/utils/store/settings/policy';

/** Opens the options page after an install, unless an administrator has already set the key. */
export async function openWelcome(): Promise<void> {
  if ((await readPolicy())?.key) return;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#welcome` });
}
