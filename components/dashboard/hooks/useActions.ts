import { browser } from 'wxt/browser';
import { originPattern } from '@/utils/deployment/base-url';
import type { FailureAction, Result } from '@/utils/failure';
import type { Range } from '@/utils/figures/time/range';
import { say } from '@/utils/say';
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
  const { model, profile, chosen, changeView, setMessage, redetect, refresh } = dashboard;
  const { tabId } = dashboard;
  const openPanel = useSidePanel(inPopup);

  /** Says so where the store has not taken what was chosen. */
  const keep = async (stored: Promise<Result<null>>) => {
    setMessage('');
    if (!(await stored).ok) setMessage(say('failure_storage'));
  };
  const showSample = (sample: boolean) => keep(changeSettings((now) => ({ ...now, sample })));
  const chooseRange = (range: Range) => keep(changeView((now) => ({ ...now, range })));
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
    'show-12-months': () => chooseRange({ kind: '12m' }),
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
      keep(changeView((now) => ({ ...now, scopeByOrg: { ...now.scopeByOrg, [org]: scope } })));
    },
    chooseRange,
    chooseCards: (names) =>
      keep(changeView((now) => ({ ...now, cards: { ...now.cards, [chosen.place]: [...names] } }))),
    chooseCompare: (compare) => keep(changeView((now) => ({ ...now, compare }))),
    chooseRunning: (running) => keep(changeView((now) => ({ ...now, running }))),
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
    trySample: () => showSample(true),
    leaveSample: () => showSample(false),
    allowSite: (origin) => allow(origin, redetect),
    typeUser: async (user) =>
      profile !== null && (await changeSettings((now) => withUser(now, profile.id, user))).ok,
    useKeyOrg: () => {
      dashboard.acceptPage();
      const { screen } = model;
      const page = screen.kind === 'org-mismatch' ? screen.remember : undefined;
      if (!page) return;
      keep(
        changeSettings((now) => ({
          ...now,
          allowedPages: withAllowedPage(now.allowedPages, page),
        })),
      );
    },
    onFailure: (action) => byAction[action](),
    exportAs: async (format) => {
      if (!model.figures) return;
      // What stood there goes first, so that the same words are said again.
      setMessage('');
      const { exportFigures } = await import('../export/export-figures');
      setMessage(await exportFigures(format, model.figures));
    },
  };
}
