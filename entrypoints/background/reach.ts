import { browser } from 'wxt/browser';
import { manifestHosts } from '@/utils/context/hosts';
import { say } from '@/utils/say';
import { openSidePanel } from '@/utils/side-panel';

const PANEL = 'open-side-panel';
const ICON = 'open-side-panel-icon';

/** The ways to the panel beside the toolbar's: a shortcut, and the context menu of page and icon. */
export function listenForPanel(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === PANEL) openSidePanel(tab?.windowId).catch(console.error);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === PANEL || menuItemId === ICON)
      openSidePanel(tab?.windowId).catch(console.error);
  });
}

/** Puts the entry into the context menus; the browser keeps it until the next install or update. */
export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const { hostPermissions } = manifestHosts([], []);
  browser.contextMenus.create({
    id: PANEL,
    title: say('menu_side_panel'),
    contexts: ['page'],
    documentUrlPatterns: hostPermissions,
  });
  browser.contextMenus.create({
    id: ICON,
    title: say('menu_side_panel'),
    contexts: ['action'],
  });
}
