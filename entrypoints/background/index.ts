import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '@/utils/messages/answer';
import { watchPolicy, watchStored } from '@/utils/store/watch';
import { BUDGET_ALARM, SWEEP_ALARM } from './listeners/alarms';
import { listenForNotifications } from './listeners/notification-listeners';
import { listenForPanel } from './listeners/panel-listeners';
import { listenForPrivateWindows } from './listeners/private-listeners';
import { keepWork, later, loadWork } from './load';

export default defineBackground({
  main() {
    // Listeners first and at once: a message or event that woke the worker is lost otherwise.
    answer(async (command, args) => (await loadWork()).run(command, args));
    keepWork();
    browser.runtime.onStartup.addListener(() => later((work) => work.begin()));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      later((work) => work.beInstalled(reason === 'install'));
      // A click on the icon opens the popup; the side panel opens from there. The browser keeps it.
      browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false }).catch(console.error);
    });
    listenForPanel();
    listenForNotifications();
    listenForPrivateWindows();
    const followSettings = () => later((work) => work.followSettings());
    watchStored('settings', followSettings);
    watchPolicy(followSettings);
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === BUDGET_ALARM) later((work) => work.lookAtBudgets());
      if (name === SWEEP_ALARM) later((work) => work.sweep());
    });

    // Firefox has no access levels; nothing secret is in `storage.local` anyway.
    browser.storage.local
      .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
      .catch(console.error);
  },
});
