import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { isPrivateWindow } from './private-window';

it('asks the window, and takes one that does not say for private', async () => {
  const getCurrent = vi.fn<() => Promise<object>>();
  Object.assign(browser, { windows: { getCurrent } });
  getCurrent.mockResolvedValueOnce({ incognito: false });
  expect(await isPrivateWindow()).toBe(false);
  getCurrent.mockResolvedValueOnce({ incognito: true });
  expect(await isPrivateWindow()).toBe(true);
  getCurrent.mockRejectedValueOnce(new Error('no window'));
  expect(await isPrivateWindow()).toBe(true);
  Object.assign(browser, { windows: undefined, extension: { inIncognitoContext: false } });
  expect(await isPrivateWindow()).toBe(false);
});
