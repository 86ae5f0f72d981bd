import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UserConfig } from 'vite';
import type { UserManifest } from 'wxt';
import { manifestHosts } from '../utils/deployment/hosts';

const list = (value: string | undefined) => (value ?? '').split(',').flatMap((s) => s.trim() || []);

/** Hosts of a deployment of one's own, given at build time as comma-separated names. */
const apiHosts = list(process.env.LENS_API_HOSTS);
const appHosts = list(process.env.LENS_APP_HOSTS);

/** A short hash of all texts in all languages. */
function textsName(): string {
  const locales = join(import.meta.dirname, '../public/_locales');
  const hash = createHash('sha256');
  for (const locale of readdirSync(locales).sort()) {
    hash.update(readFileSync(join(locales, locale, 'messages.json')));
  }
  return hash.digest('hex').slice(0, 8);
}

/** Hosts and texts as constants of the code, so that the shipped build needs no look-up. */
export const buildConstants: NonNullable<UserConfig['define']> = {
  __LENS_API_HOSTS__: JSON.stringify(apiHosts),
  __LENS_APP_HOSTS__: JSON.stringify(appHosts),
  __LENS_TEXTS__: JSON.stringify(textsName()),
};

/** The manifest of both browsers; WXT adds the entry points. */
export function manifest({ browser }: { browser: string }): UserManifest {
  const hosts = manifestHosts(apiHosts, appHosts);
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_app_name__',
    short_name: 'Lens',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'],
    // Asked for in the click that turns alerts on.
    optional_permissions: ['notifications'],
    commands: commands(firefox),
    host_permissions: hosts.hostPermissions,
    // Asked for in the click that needs it: vendor domains few people use, and sites of one's own.
    optional_host_permissions: hosts.optionalHostPermissions,
    content_security_policy: { extension_pages: csp(hosts.connectSrc) },
    ...(firefox
      ? {
          // Its list of add-ons shows twice 32 pixels on a fine screen; Chromium takes no SVG.
          icons: { 96: 'icon/lens.svg' },
          browser_specific_settings: {
            gecko: {
              id: '{6d1f0a52-9c1b-4f0e-8b57-2f8f3a7c4e11}',
              // The first release that supports data_collection_permissions on Android too.
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['authenticationInfo', 'personallyIdentifyingInfo'],
              },
            },
          },
        }
      : // The first release in which a click can open the side panel.
        {
          minimum_chrome_version: '116',
          // The settings of an administrator's policy; Firefox needs no schema for them.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  };
}

/** Shortcuts for popup and panel; Firefox opens its sidebar by a command of its own. */
function commands(firefox: boolean): UserManifest['commands'] {
  const description = '__MSG_menu_side_panel__';
  return {
    _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
    [firefox ? '_execute_sidebar_action' : 'open-side-panel']: {
      suggested_key: { default: 'Alt+Shift+K' },
      description,
    },
  };
}

/**
 * Nothing but our own files, and for the worker connections to where the API may be; our pages allow
 * themselves none (`pages-csp.ts`).
 */
function csp(connectSrc: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${connectSrc.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
