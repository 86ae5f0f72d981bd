import { browser } from 'wxt/browser';

/** Whether a private window is open; true where the browser does not say. */
export async function isPrivateOpen(): Promise<boolean> {
  // Firefox for Android has no windows; there the memory is emptied when the browser is closed.
  const windows = await browser.windows?.getAll().catch(() => null);
  return windows?.some(({ incognito }) => incognito) ?? true;
}
