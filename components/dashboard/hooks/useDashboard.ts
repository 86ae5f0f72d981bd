import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { cardNames } from '@/utils/figures/card-data';
import { type Period, periodOf } from '@/utils/figures/period';
import { analyticsUrl } from '@/utils/page/analytics-link';
import { INITIAL_VIEW } from '@/utils/store/settings/view';
import { type Cards, oldestFetch } from '../model/board';
import type { DashboardModel, FiguresModel } from '../model/model';
import type { Opening } from '../model/opening';
import { figuresQueryOf, type PageState, pageStateOf } from '../model/page-state';
import { profileForPage, type Who } from '../model/screen';
import { useBoard } from './useBoard';
import { useCostBefore } from './useCostBefore';
import { useDetection } from './useDetection';
import { useMentor } from './useMentor';
import { useMonth } from './useMonth';
import { useNow } from './useNow';
import { useSample } from './useSample';
import { useStored } from './useStored';

/** Everything the dashboard shows, and what its actions work on; `opening` was read before. */
export function useDashboard(opening: Opening | null) {
  const { stored, changeView } = useStored(opening?.stored ?? null);
  const [renewal, setRenewal] = useState(0);
  const [acceptedPageKey, setAcceptedPageKey] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [namesMentor, setNamesMentor] = useState(false);
  const [message, setMessage] = useState('');
  const [clickedAtMs, setClickedAtMs] = useState(0);
  const openedAtMs = useRef(Date.now());
  const nowMs = useNow();
  const detection = useDetection(renewal, opening?.detection ?? null);
  const page = detection?.state === 'page' ? detection.page : null;
  const settings = stored?.settings ?? null;
  const view = stored?.view ?? INITIAL_VIEW;
  const { range, compare, running } = view;
  const pageState = pageStateOf(
    { settings, keyMetas: stored?.keyMetas, detection, acceptedPageKey },
    view,
  );
  const { screen, asks, scope } = pageState;
  const scopeOf = (org: string) => view.scopeByOrg[org] ?? 'all';

  const narrowed = scope === 'mentor';
  const { mentor, failure: nameFailure } = useMentor(pageState.mentorQuestion, {
    ask: narrowed || namesMentor,
    attempt,
    known: opening?.mentor ?? null,
  });
  const mentorFailure = narrowed ? nameFailure : null;
  const query = figuresQueryOf(pageState, view, mentor);
  const board = useBoard(query, opening?.board ?? null);
  useCostBefore(query, board.cards, compare && !board.busy);
  const amount = asks?.profile.monthlyBudget ?? null;
  const month = useMonth(asks && amount !== null ? monthPlace(asks) : null, clickedAtMs);
  const sample = useSample(screen.kind === 'sample', range, scopeOf, nowMs);
  // The mentor's name alone is worth no request, but one may go along with those for the figures.
  useEffect(() => {
    if (board.busy) setNamesMentor(true);
  }, [board.busy]);

  const figures = useMemo((): FiguresModel | null => {
    const shared = { range, compare, running, period: periodOf(range, nowMs) };
    if (asks) {
      const who = withMentor(asks.who, mentor?.name ?? null);
      const failure = mentorFailure ?? board.failure;
      return {
        ...shared,
        period: shownPeriod(board.cards) ?? shared.period,
        who,
        identity: query?.identity ?? null,
        scope,
        cards: board.cards,
        budget: amount === null ? null : { amount, month },
        busy: query ? board.busy : mentorFailure === null,
        failure,
        fullUrl: analyticsUrl(page?.host ?? null, who.org, who.mentor?.idOrSlug ?? null),
        source: isLive(board.cards, openedAtMs.current) ? 'live' : 'cache',
        fetchedAtMs: oldestFetch(board.cards),
      };
    }
    if (!sample) return null;
    const idle = {
      busy: false,
      failure: null,
      source: 'sample',
      fetchedAtMs: null,
      budget: null,
      fullUrl: null,
    } as const;
    return { ...shared, ...idle, ...sample, scope: scopeOf(sample.who.org) };
  }, [screen, view, nowMs, mentor, mentorFailure, board, sample, month]);

  // A click that waved one page's organization through counts for that page alone.
  const pageKey = screen.kind === 'org-mismatch' ? screen.pageKey : null;
  useEffect(() => {
    if (pageKey !== null && acceptedPageKey !== null) setAcceptedPageKey(null);
  }, [pageKey]);

  const profile =
    stored?.settings.state === 'ok' && stored.keyMetas
      ? profileForPage(stored.settings.settings, stored.keyMetas, page)
      : null;
  const model: DashboardModel = { screen, figures, message, nowMs };
  return {
    model,
    /** The one whose organization the page belongs to, or the first. */
    profile,
    view,
    changeView,
    setMessage,
    acceptPage: () => setAcceptedPageKey(pageKey),
    redetect: () => setRenewal((n) => n + 1),
    refresh: () => {
      if (mentorFailure) setAttempt((n) => n + 1);
      const clickedAtMs = Date.now();
      setClickedAtMs(clickedAtMs);
      board.refresh(clickedAtMs);
    },
  };
}

const monthPlace = ({ profile, who, keyFingerprint }: NonNullable<PageState['asks']>) => ({
  baseUrl: profile.baseUrl,
  org: who.org,
  user: who.user,
  keyFingerprint,
});

/** The period that the figures shown are about: cached ones may be of yesterday's. */
function shownPeriod({ cohorts, cost, feedback }: Cards): Period | null {
  return (cohorts?.data ?? cost?.data ?? feedback?.data)?.period ?? null;
}

function withMentor(who: Who, name: string | null): Who {
  return who.mentor && name !== null ? { ...who, mentor: { ...who.mentor, name } } : who;
}

/** Whether every figure shown has come since the page was opened. */
function isLive(cards: Cards, openedAtMs: number): boolean {
  return cardNames.every((name) => {
    const card = cards[name];
    return !card?.data || (card.fetchedAtMs ?? 0) >= openedAtMs;
  });
}
