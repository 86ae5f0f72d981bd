import { browser } from 'wxt/browser';

/** Whether our page is in a private window; true where the browser does not say. */
export async function isPrivateWindow(): Promise<boolean> {
  // Firefox for Android has no windows; there the extension context shows whether a tab is private.
  if (!browser.windows) return browser.extension?.inIncognitoContext ?? true;
  const here = await browser.windows.getCurrent().catch(() => null);
  return here?.incognito ?? true;
}
