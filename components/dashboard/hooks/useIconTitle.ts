import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { safeText } from '@/utils/figures/text/safe-text';
import { say } from '@/utils/say';
import type { Who } from '../model/screens';

/**
 * Says on the icon, over a tab, whose page that is, while the panel shows it; a badge has a sentence of its
 * own there. `who` and `tabId` are null while nobody is known.
 */
export function useIconTitle(who: Who | null, tabId: number | null): void {
  const name = who?.from === 'page' ? safeText(who.displayName) : null;
  const org = who && safeText(who.base ? `${who.orgName} (${who.base})` : who.orgName);
  const isPanel = document.documentElement.dataset.layout === 'tall';
  useEffect(() => {
    if (name === null || tabId === null || !isPanel) return;
    const { action } = browser;
    const title = `${say('app_name')}: ${name}, ${org}`;
    const show = async () => {
      if ((await action.getBadgeText({})) === '') await action.setTitle({ tabId, title });
    };
    const takeAway = async () => action.setTitle({ tabId, title: await action.getTitle({}) });
    show().catch(isGone);
    return () => {
      takeAway().catch(isGone);
    };
  }, [name, org, tabId, isPanel]);
}

/** Ignores the failure for a tab that was closed. */
const isGone = () => undefined;
