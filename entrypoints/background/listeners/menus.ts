import { browser } from 'wxt/browser';
import { buildAppHosts } from '@/utils/deployment/build-constants';
import { manifestHosts } from '@/utils/deployment/hosts';
import { say } from '@/utils/say';
import { ICON, PANEL } from './panel-listeners';

/** Puts the entry into the context menus; the browser keeps it until the next install or update. */
export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const { hostPermissions } = manifestHosts([], [...buildAppHosts]);
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
