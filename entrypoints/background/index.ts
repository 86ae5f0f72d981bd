import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '@/utils/answer';
import { ok } from '@/utils/failure';
import { watchSettings } from '@/utils/store/settings';
import { sweepSnapshots } from '@/utils/store/snapshots';
import { costBreakdown } from './breakdown';
import { followSettings, lookAtBudgets } from './budget';
import { budgetWorld, monthCost } from './budget-world';
import { testConnection } from './connection';
import { bringCostBefore } from './cost-before';
import { resolveMentor } from './mentor';
import { addMenus, listenForPanel } from './reach';
import { createRefresh } from './refresh';
import { BUDGET_ALARM } from './toolbar';
import { keyOwner, testWorld, world } from './world';

export default defineBackground({
  main() {
    const refresh = createRefresh(world);

    // Listeners first and at once: a message or event that woke the worker is lost otherwise.
    answer({
      refresh: async ({ identity, range, newerThanMs }) =>
        refresh({ ...identity, range, newerThanMs, keyOwner: await keyOwner(identity) }),
      test: async (query) => ok(await testConnection(testWorld, query)),
      costBefore: async (query) =>
        bringCostBefore(world, { ...query, keyOwner: await keyOwner(query.identity) }),
      costBreakdown: async (query) =>
        costBreakdown(world, { ...query, keyOwner: await keyOwner(query.identity) }),
      resolveMentor: async (query) =>
        resolveMentor(world, { ...query, keyOwner: await keyOwner(query) }),
      month: monthCost,
    });
    const begin = () => {
      sweepSnapshots();
      followSettings(budgetWorld).catch(console.error);
    };
    browser.runtime.onStartup.addListener(begin);
    browser.runtime.onInstalled.addListener(() => {
      begin();
      addMenus().catch(console.error);
      // A click on the icon opens the popup; the side panel opens from there. The browser keeps it.
      browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false }).catch(console.error);
    });
    listenForPanel();
    watchSettings(() => followSettings(budgetWorld).catch(console.error));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === BUDGET_ALARM) lookAtBudgets(budgetWorld).catch(console.error);
    });

    // Firefox has no access levels; nothing secret is in `storage.local` anyway.
    browser.storage.local
      .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
      .catch(console.error);
  },
});
