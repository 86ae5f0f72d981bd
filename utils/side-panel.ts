import { browser } from 'wxt/browser';

interface Sidebar {
  open(): Promise<void>;
}

const isSidebar = (api: unknown): api is Sidebar =>
  typeof api === 'object' && api !== null && 'open' in api && typeof api.open === 'function';

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) in a window. Browsers allow this only
 * while a click or a shortcut is being handled, so it must be the first call in the handler.
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  if ('sidebarAction' in browser && isSidebar(browser.sidebarAction)) {
    return browser.sidebarAction.open();
  }
  if (windowId !== undefined) await browser.sidePanel?.open({ windowId });
}

/**
 * Whether this browser has a side panel. The API is looked up only by name, because accessing it
 * initializes it.
 */
export const hasSidePanel = (): boolean => 'sidebarAction' in browser || 'sidePanel' in browser;
