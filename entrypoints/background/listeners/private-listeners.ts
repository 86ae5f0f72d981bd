import { browser } from 'wxt/browser';
import { isPrivateOpen } from '@/utils/store/private-open';

/**
 * Forgets what was kept of private windows (`private-entries.ts`, in memory alone) when the last one is
 * closed. Nothing else of ours is in this area. Call it synchronously at start.
 */
export function listenForPrivateWindows(): void {
  browser.windows?.onRemoved.addListener(async () => {
    if (!(await isPrivateOpen())) await browser.storage.session.clear().catch(console.error);
  });
}
