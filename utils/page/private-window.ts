import { browser } from 'wxt/browser';

/** Whether our page stands in a private window; where the browser doesn't say, it may. */
export async function isPrivateWindow(): Promise<boolean> {
  // Firefox for Android has no windows; its private tabs are told by the context.
  if (!browser.windows) return browser.extension?.inIncognitoContext ?? true;
  const here = await browser.windows.getCurrent().catch(() => null);
  return here?.incognito ?? true;
}
