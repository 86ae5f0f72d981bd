import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { listenForNotifications } from './notification-listeners';

it('a click on a notification opens the options and puts it away, also once it is allowed later', async () => {
  const clicked = vi.fn();
  const added = vi.fn();
  const clear = vi.fn(async () => true);
  const openOptionsPage = vi.fn(async () => undefined);
  browser.permissions.onAdded.addListener = added;
  Object.assign(browser.runtime, { openOptionsPage });
  Object.assign(browser, { notifications: undefined });
  listenForNotifications();
  Object.assign(browser, { notifications: { onClicked: { addListener: clicked }, clear } });
  added.mock.calls[0]?.[0]();
  clicked.mock.calls[0]?.[0]('budget 1');
  expect(openOptionsPage).toHaveBeenCalledTimes(1);
  expect(clear).toHaveBeenCalledWith('budget 1');
});
