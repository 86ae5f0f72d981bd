import { browser } from 'wxt/browser';

/** Whether a private window is open; true where the browser does not say. */
async function isPrivateOpen(): Promise<boolean> {
  const windows = await browser.windows.getAll().catch(() => null);
  return windows?.some(({ incognito }) => incognito) ?? true;
}

/**
 * Forgets what was kept of private windows (`private-entries.ts`, in memory alone) when the last one is
 * closed. Nothing else of ours is in this area. Call it synchronously at start.
 */
export function listenForPrivateWindows(): void {
  // Firefox for Android has no windows; there the area is emptied when the browser is closed.
  browser.windows?.onRemoved.addListener(async () => {
    if (!(await isPrivateOpen())) await browser.storage.session.clear().catch(console.error);
  });
}
