import { browser } from 'wxt/browser';
import { originPattern } from '@/utils/deployment/base-url';
import type { FailureAction } from '@/utils/failure';
import { withAllowedPage } from '@/utils/store/settings/allowed-pages';
import { changeSettings, withUser } from '@/utils/store/settings/settings';
import { isOwnPage, pageFor } from '@/utils/tab/tab-reading';
import type { DashboardActions } from '../model/model';
import type { useDashboard } from './useDashboard';
import { useSidePanel } from './useSidePanel';

/** Returns the actions of the buttons. `inPopup` adds the button that opens the panel and closes the popup. */
export function useActions(
  dashboard: ReturnType<typeof useDashboard>,
  inPopup: boolean,
): DashboardActions {
  const { model, profile, chosen, changeView, redetect, refresh } = dashboard;
  const { tabId } = dashboard;
  const openPanel = useSidePanel(inPopup);

  const openOptions = () => {
    browser.runtime.openOptionsPage();
  };
  // The browser shows the permission prompt only during the click, so this must be called first.
  const allow = (origin: string, then: () => void) => {
    browser.permissions
      .request({ origins: [origin] })
      .then((granted) => granted && then())
      .catch(() => undefined);
  };
  const byAction: Record<FailureAction, () => void> = {
    'open-options': openOptions,
    'type-user': openOptions,
    retry: refresh,
    'reload-page': () => location.reload(),
    'grant-host': () => {
      if (profile) allow(originPattern(profile.baseUrl), refresh);
    },
  };

  return {
    refresh,
    openOptions,
    chooseScope: (scope) => {
      const org = model.figures?.who.org;
      if (org === undefined) return;
      changeView((now) => ({ ...now, scopeByOrg: { ...now.scopeByOrg, [org]: scope } }));
    },
    chooseRange: (range) => changeView((now) => ({ ...now, range })),
    chooseCards: (names) =>
      changeView((now) => ({ ...now, cards: { ...now.cards, [chosen.place]: [...names] } })),
    chooseCompare: (compare) => changeView((now) => ({ ...now, compare })),
    chooseRunning: (running) => changeView((now) => ({ ...now, running })),
    openSidePanel:
      openPanel &&
      (() =>
        openPanel().then(
          () => window.close(),
          () => undefined,
        )),
    openInTab:
      tabId === null || isOwnPage()
        ? null
        : () => {
            browser.tabs.create({ url: browser.runtime.getURL(pageFor(tabId)) });
            if (inPopup) window.close();
          },
    trySample: () => changeSettings((now) => ({ ...now, sample: true })),
    leaveSample: () => changeSettings((now) => ({ ...now, sample: false })),
    allowSite: (origin) => allow(origin, redetect),
    typeUser: async (user) =>
      profile !== null && (await changeSettings((now) => withUser(now, profile.id, user))).ok,
    useKeyOrg: () => {
      dashboard.acceptPage();
      const { screen } = model;
      const page = screen.kind === 'org-mismatch' ? screen.remember : undefined;
      if (!page) return;
      changeSettings((now) => ({ ...now, allowedPages: withAllowedPage(now.allowedPages, page) }));
    },
    onFailure: (action) => byAction[action](),
    exportAs: async (format) => {
      if (!model.figures) return;
      // What stood there goes first, so that the same words are said again.
      dashboard.setMessage('');
      const { exportFigures } = await import('../export/export-figures');
      dashboard.setMessage(await exportFigures(format, model.figures));
    },
  };
}
