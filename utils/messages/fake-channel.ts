import { vi } from 'vitest';
import { browser } from 'wxt/browser';

/** For tests: arguments of the command `refresh`. */
export const ARGS = {
  identity: {
    baseUrl: 'https://api.iblai.app',
    org: 'acme',
    user: 'ada',
    mentorId: null,
    keyFingerprint: 'f',
  },
  range: { kind: '30d' },
  newerThanMs: null,
} as const;

export const ORIGIN = 'chrome-extension://lens';

/** Gives the extension an id and an origin. */
export function installed() {
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => ORIGIN + path);
  Object.assign(browser.runtime, { id: 'lens' });
}
