import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Layout } from '@/components/ui/layout';
import { monthOf } from '@/utils/figures/time/months';
import { INITIAL_VIEW } from '@/utils/store/settings/view';
import { commonFailure, oldestFetch } from '../model/board';
import { chosenFor } from '../model/chosen';
import { figuresModelOf } from '../model/figures-model';
import type { DashboardModel } from '../model/model';
import type { Opening } from '../model/opening';
import { figuresQueryOf, type PageState } from '../model/page-state';
import { profileForPage } from '../model/screen';
import { useActiveNow } from './useActiveNow';
import { useAging } from './useAging';
import { useBoard } from './useBoard';
import { useComparison } from './useComparison';
import { useDetection } from './useDetection';
import { useIconTitle } from './useIconTitle';
import { useMentor } from './useMentor';
import { useMonth } from './useMonth';
import { useNow } from './useNow';
import { usePageState } from './usePageState';
import { useSample } from './useSample';
import { useStored } from './useStored';
import { useTurn } from './useTurn';

/** Everything the dashboard shows, and what its actions work on; `opening` was read before. */
export function useDashboard(opening: Opening | null, layout: Layout = 'compact') {
  const { stored, changeView } = useStored(opening?.stored ?? null);
  const [renewal, setRenewal] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const [namesMentor, setNamesMentor] = useState(false);
  const [message, setMessage] = useState('');
  const [clickedAtMs, setClickedAtMs] = useState(0);
  const openedAtMs = useRef(Date.now());
  const nowMs = useNow();
  const detection = useDetection(renewal, opening?.detection ?? null);
  const page = detection?.state === 'page' ? detection.page : null;
  const view = stored?.view ?? INITIAL_VIEW;
  const { pageState, acceptPage } = usePageState(stored, detection, view);
  const { screen, asks, scope } = pageState;

  const narrowed = scope === 'mentor';
  const { mentor, failure: nameFailure } = useMentor(pageState.mentorQuestion, {
    ask: narrowed || namesMentor,
    attempt,
    known: opening?.mentor ?? null,
  });
  const mentorFailure = narrowed ? nameFailure : null;
  const ruledCards = stored?.ruledCards ?? null;
  const chosen = useMemo(() => chosenFor(layout, view, ruledCards), [layout, view, ruledCards]);
  const query = useMemo(
    () => figuresQueryOf(pageState, view, mentor, chosen.names),
    [pageState, view, mentor, chosen],
  );
  const { cards, busy, failure, refresh } = useBoard(
    query,
    opening?.board ?? null,
    opening?.asked ?? null,
  );
  useTurn(view.range, nowMs, refresh);
  const fetchedAtMs = oldestFetch(cards, chosen.names);
  const shared = failure ?? commonFailure(cards, chosen.names);
  useAging({ fetchedAtMs, failure: shared }, nowMs, refresh);
  useComparison(query, cards, view.compare && !busy);
  const hasBudget = asks !== null && asks.profile.monthlyBudget !== null;
  // The month is part of the question, so a month that ends while the page is open is not asked for again.
  const monthNewerThanMs = Math.max(clickedAtMs, monthOf(nowMs).startMs);
  const month = useMonth(hasBudget ? monthPlace(asks) : null, monthNewerThanMs, fetchedAtMs);
  const scopeOf = (org: string) => view.scopeByOrg[org] ?? 'all';
  const sample = useSample(screen.kind === 'sample', view.range, scopeOf, nowMs);
  // No request is made only for the mentor's name, but one may accompany the requests for figures.
  useEffect(() => {
    if (busy) setNamesMentor(true);
  }, [busy]);

  const host = page?.host ?? null;
  const figures = useMemo(
    () =>
      figuresModelOf({
        ...{
          pageState,
          view,
          chosen,
          query,
          cards,
          busy,
          failure,
          mentor,
          mentorFailure,
          month,
          sample,
        },
        ...{ host, openedAtMs: openedAtMs.current, nowMs },
      }),
    [
      pageState,
      view,
      chosen,
      query,
      cards,
      busy,
      failure,
      mentor,
      mentorFailure,
      month,
      sample,
      host,
      nowMs,
    ],
  );
  const profile =
    stored?.settings.state === 'ok' && stored.keyMetas
      ? profileForPage(stored.settings.settings, stored.keyMetas, page)
      : null;
  const tabId = detection && 'tabId' in detection ? detection.tabId : null;
  useIconTitle(asks?.who ?? null, tabId);
  const asksActive = layout === 'tall';
  const activeNow = useActiveNow(asksActive && query ? query.identity : null);
  // The same object while it shows the same: only another one makes the page keep a new first paint.
  const shown = useMemo(
    () => figures && { ...figures, ...(asksActive ? { activeNow } : {}) },
    [figures, asksActive, activeNow],
  );
  const model: DashboardModel = { screen, figures: shown, message, nowMs };
  return {
    model,
    /** The tab that is read; null where it gave no reading. */
    tabId,
    /** The one whose organization the page belongs to, or the first. */
    profile,
    chosen,
    changeView,
    setMessage,
    acceptPage,
    redetect: () => setRenewal((n) => n + 1),
    refresh: () => {
      if (mentorFailure) setAttempt((n) => n + 1);
      const clickedAtMs = Date.now();
      setClickedAtMs(clickedAtMs);
      refresh(clickedAtMs);
    },
  };
}

const monthPlace = ({
  profile,
  who,
  keyFingerprint,
  isPrivate,
}: NonNullable<PageState['asks']>) => ({
  baseUrl: profile.baseUrl,
  org: who.org,
  user: who.user,
  keyFingerprint,
  isPrivate,
});
