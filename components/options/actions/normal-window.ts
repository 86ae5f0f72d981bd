import { browser } from 'wxt/browser';

/**
 * Opens this page in a normal window instead: in a private one Firefox gives it no database, so no
 * key could be stored.
 */
export async function moveToNormalWindow(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  await browser.windows.create({ url: location.href, incognito: false });
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
