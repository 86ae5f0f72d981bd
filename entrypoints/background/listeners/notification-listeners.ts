import { browser } from 'wxt/browser';

/** A click on a notification opens the options page, where budgets are set and turned off. */
function onClicked(id: string): void {
  browser.runtime.openOptionsPage().catch(console.error);
  browser.notifications.clear(id).catch(console.error);
}

/** Call it synchronously at start. The API exists only after the user has granted the permission. */
export function listenForNotifications(): void {
  // Adding the same listener twice has no effect.
  const listen = () => browser.notifications?.onClicked.addListener(onClicked);
  listen();
  browser.permissions.onAdded.addListener(listen);
}
