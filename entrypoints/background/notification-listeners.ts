import { browser } from 'wxt/browser';

/** A click on a notification leads to where budgets are set and switched off. */
function onClicked(id: string): void {
  browser.runtime.openOptionsPage().catch(console.error);
  browser.notifications.clear(id).catch(console.error);
}

/** Call it synchronously at start. Without the permission, which is asked for later, there is no such API. */
export function listenForNotifications(): void {
  // The same listener twice is one listener.
  const listen = () => browser.notifications?.onClicked.addListener(onClicked);
  listen();
  browser.permissions.onAdded.addListener(listen);
}
