import { browser } from 'wxt/browser';

interface Sidebar {
  open(): Promise<void>;
}

const isSidebar = (api: unknown): api is Sidebar =>
  typeof api === 'object' && api !== null && 'open' in api && typeof api.open === 'function';

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) in a window. Browsers allow it only while
 * a click or a shortcut is being handled: it must be the first thing done there.
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  if ('sidebarAction' in browser && isSidebar(browser.sidebarAction)) {
    return browser.sidebarAction.open();
  }
  if (windowId !== undefined) await browser.sidePanel?.open({ windowId });
}

/** Whether this browser has a panel that could be opened; asked by name, as looking at an API sets it up. */
export const hasSidePanel = (): boolean => 'sidebarAction' in browser || 'sidePanel' in browser;
