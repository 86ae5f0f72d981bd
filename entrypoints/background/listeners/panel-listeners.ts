import { browser } from 'wxt/browser';
import { openSidePanel } from '@/utils/side-panel';

export const PANEL = 'open-side-panel';
export const ICON = 'open-side-panel-icon';

/** Opens the panel from the keyboard shortcut and from the context menu of page and icon. */
export function listenForPanel(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === PANEL) openSidePanel(tab?.windowId).catch(console.error);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === PANEL || menuItemId === ICON)
      openSidePanel(tab?.windowId).catch(console.error);
  });
}
