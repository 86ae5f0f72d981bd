import { browser } from 'wxt/browser';
import { hasSidePanel, openSidePanel } from '@/utils/side-panel';

/** Opens the panel beside the page; called first thing in a click. */
export type OpenSidePanel = () => Promise<void>;

/**
 * Gets ready to open the panel in this window, or null where there is none. The window is asked for
 * beforehand: browsers open the panel only while the click is still being handled.
 */
export async function prepareSidePanel(): Promise<OpenSidePanel | null> {
  if (!hasSidePanel()) return null;
  const { id } = await browser.windows.getCurrent();
  return () => openSidePanel(id);
}
