import { browser } from 'wxt/browser';

interface Sidebar {
  open(): Promise<void>;
}

/** Opens the side panel (Chromium) or the sidebar (Firefox); called first thing in a click. */
export type OpenSidePanel = () => Promise<void>;

/**
 * Gets ready to open the panel in this window, or null where there is none. The window is asked for
 * beforehand: browsers open the panel only while the click is still being handled.
 */
export async function prepareSidePanel(): Promise<OpenSidePanel | null> {
  if ('sidebarAction' in browser && isSidebar(browser.sidebarAction)) {
    const sidebar = browser.sidebarAction;
    return () => sidebar.open();
  }
  if (!browser.sidePanel) return null;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? null : () => browser.sidePanel.open({ windowId: id });
}

const isSidebar = (api: unknown): api is Sidebar =>
  typeof api === 'object' && api !== null && 'open' in api && typeof api.open === 'function';
