import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const OWN = 'chrome-extension://test-extension-id/';

/** A tab as the browser describes it. */
export function tab(id: number, url: string | undefined, overrides: object = {}) {
  return { id, url, active: false, lastAccessed: id, ...overrides };
}

/** A reading of a page. */
export const reading = (
  userData: string | null,
  host = 'os.ibl.ai',
  path = '/platform/acme/tutor',
) => ({
  hostname: host,
  protocol: 'https:',
  pathname: path,
  local: { userData },
  cookies: {},
});

export const ADA = '{"user_nicename":"ada"}';

/**
 * Sets up a browser with these tabs, whose reading is `result` or is refused; returns the spy on
 * it.
 */
export function stubTabs(options: { tabs: object[]; result?: unknown; granted?: boolean }) {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(options.tabs as never);
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue(OWN);
  const executeScript = vi.fn(async () => {
    if (options.result === undefined) throw new Error('Cannot access contents of the page');
    return [{ frameId: 0, result: options.result }];
  });
  Object.assign(browser, {
    scripting: { executeScript },
    permissions: { contains: vi.fn(async () => options.granted ?? false) },
  });
  return executeScript;
}
