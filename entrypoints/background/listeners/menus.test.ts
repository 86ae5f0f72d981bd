import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

afterEach(() => vi.unstubAllGlobals());

it('the entry stands in the menu of the apps of this build too, and of no other page', async () => {
  vi.stubGlobal('__LENS_APP_HOSTS__', ['mentor.example.edu']);
  const create = vi.fn<(entry: { documentUrlPatterns?: string[] }) => void>();
  Object.assign(browser.contextMenus, { removeAll: vi.fn(), create });
  // The hosts of the build are read when the file is.
  vi.resetModules();
  const { addMenus } = await import('./menus');
  await addMenus();
  const patterns = create.mock.calls.flatMap(([entry]) => entry.documentUrlPatterns ?? []);
  expect(patterns).toContain('https://mentor.example.edu/*');
  expect(patterns).toContain('https://*.ibl.ai/*');
  expect(patterns).not.toContain('https://*/*');
});
