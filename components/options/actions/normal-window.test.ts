// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { moveToNormalWindow } from './normal-window';

it('the page goes to a normal window, with its form, and leaves the private one', async () => {
  history.replaceState(null, '', '/options.html#welcome');
  const create = vi.spyOn(browser.windows, 'create').mockResolvedValue(undefined as never);
  const remove = vi.fn(async () => undefined);
  Object.assign(browser.tabs, { getCurrent: async () => ({ id: 3 }), remove });
  await moveToNormalWindow();
  expect(create).toHaveBeenCalledWith({ url: location.href, incognito: false });
  expect(location.href).toContain('/options.html#welcome');
  expect(remove).toHaveBeenCalledWith(3);
});
