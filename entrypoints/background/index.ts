import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '@/utils/answer';
import { ok } from '@/utils/failure';
import { sweepSnapshots } from '@/utils/store/snapshots';
import { testConnection } from './connection';
import { resolveMentor } from './mentor';
import { createRefresh } from './refresh';
import { keyOwner, testWorld, world } from './world';

export default defineBackground({
  main() {
    const refresh = createRefresh(world);

    // Listeners first and at once: a message or event that woke the worker is lost otherwise.
    answer({
      refresh: async ({ identity, range, force }) =>
        refresh({ ...identity, range, force, keyOwner: await keyOwner(identity) }),
      test: async (query) => ok(await testConnection(testWorld, query)),
      resolveMentor: async (query) =>
        resolveMentor(world, { ...query, keyOwner: await keyOwner(query) }),
    });
    browser.runtime.onStartup.addListener(() => void sweepSnapshots());
    browser.runtime.onInstalled.addListener(() => void sweepSnapshots());

    // A click on the icon opens the popup; the side panel opens from there.
    browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false }).catch(console.error);
    // Firefox has no access levels; nothing secret is in `storage.local` anyway.
    browser.storage.local
      .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
      .catch(console.error);
  },
});
