import { describe, expect, it } from 'vitest';
import { type BrowserName, outputFiles, outputText } from '../e2e/output';

/**
 * The permission that each used part of the extension API needs in the manifest, if any.
 * https://developer.chrome.com/docs/extensions/reference/permissions-list
 */
const NEEDS: Record<string, string | null> = {
  'action.setBadgeBackgroundColor': null,
  'action.setBadgeText': null,
  'action.setTitle': null,
  'alarms.clear': 'alarms',
  'alarms.create': 'alarms',
  'alarms.get': 'alarms',
  'alarms.onAlarm': 'alarms',
  'commands.onCommand': null,
  'contextMenus.create': 'contextMenus',
  'contextMenus.onClicked': 'contextMenus',
  'contextMenus.removeAll': 'contextMenus',
  'extension.inIncognitoContext': null,
  'i18n.getMessage': null,
  'i18n.getUILanguage': null,
  'notifications.clear': 'notifications',
  'notifications.create': 'notifications',
  'notifications.onClicked': 'notifications',
  'permissions.contains': null,
  'permissions.onAdded': null,
  'permissions.request': null,
  'runtime.getManifest': null,
  'runtime.getURL': null,
  'runtime.id': null,
  'runtime.lastError': null,
  'runtime.onInstalled': null,
  'runtime.onMessage': null,
  'runtime.onStartup': null,
  'runtime.openOptionsPage': null,
  'runtime.sendMessage': null,
  'scripting.executeScript': 'scripting',
  'sidePanel.open': 'sidePanel',
  'sidePanel.setPanelBehavior': 'sidePanel',
  'sidebarAction.open': null,
  'storage.local': 'storage',
  'storage.managed': 'storage',
  'storage.session': 'storage',
  // Without the permission `tabs` a tab tells its address only where we may read its page anyway.
  'tabs.create': null,
  'tabs.get': null,
  'tabs.getCurrent': null,
  'tabs.onActivated': null,
  'tabs.onRemoved': null,
  'tabs.onReplaced': null,
  'tabs.onUpdated': null,
  'tabs.query': null,
  'tabs.remove': null,
  'windows.WINDOW_ID_NONE': null,
  'windows.create': null,
  'windows.getAll': null,
  'windows.getCurrent': null,
  'windows.onFocusChanged': null,
  'windows.onRemoved': null,
};

/** Parts that one browser has and the code looks for before it uses them. */
const LOOKED_FOR = /^sidePanel\.|^sidebarAction\./;

/** The parts of the extension API there are, in either browser; a build gives `browser` any name. */
const SPACES = [
  ...['action', 'alarms', 'bookmarks', 'browsingData', 'commands', 'contentScripts'],
  ...['contextMenus', 'cookies', 'debugger', 'declarativeNetRequest', 'devtools', 'downloads'],
  ...['extension', 'history', 'i18n', 'identity', 'idle', 'management', 'menus', 'nativeMessaging'],
  ...['notifications', 'offscreen', 'omnibox', 'pageCapture', 'permissions', 'privacy', 'proxy'],
  ...['runtime', 'scripting', 'search', 'sessions', 'sidePanel', 'sidebarAction', 'storage'],
  ...['tabGroups', 'tabs', 'topSites', 'userScripts', 'webNavigation', 'webRequest', 'windows'],
];
const ACCESS = new RegExp(`[\\w$]\\??\\.(${SPACES.join('|')})\\??\\.(\\w+)`, 'g');

function accessed(browser: BrowserName): string[] {
  const names = outputFiles(browser)
    // The polyfill names all of the API and uses what is asked of it.
    .filter((path) => path.endsWith('.js') && !path.includes('/browser-'))
    .flatMap((path) => [...outputText(browser, path).matchAll(ACCESS)])
    .map(([, space, member]) => `${space}.${member}`);
  return [...new Set(names)].sort();
}

describe.each<BrowserName>(['chrome', 'firefox'])('the privileges of the %s build', (browser) => {
  const manifest = JSON.parse(outputText(browser, 'manifest.json'));
  const permissions: string[] = manifest.permissions;
  const optional: string[] = manifest.optional_permissions;
  const names = accessed(browser);

  it('are of parts of the API that we know', () => {
    expect(names.filter((name) => !(name in NEEDS))).toEqual([]);
    expect(names).toContain('tabs.query');
  });

  it('are all asked for', () => {
    const needed = names.filter((name) => browser === 'chrome' || !LOOKED_FOR.test(name));
    const missing = needed.map((name) => NEEDS[name] ?? null).filter((one) => one !== null);
    const asked = [...permissions, ...optional];
    expect(missing.filter((one) => !asked.includes(one))).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set(names.map((name) => NEEDS[name]));
    // The click that opens the popup lends us the tab, and this is what we do with it.
    if (names.includes('scripting.executeScript')) used.add('activeTab');
    const asked = [...permissions, ...optional];
    expect(asked.filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('are the few we name', () => {
    const panel = browser === 'chrome' ? ['sidePanel'] : [];
    expect(permissions.toSorted()).toEqual(
      [...panel, 'activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'].toSorted(),
    );
  });
});
