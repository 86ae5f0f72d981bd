import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { cardNames } from '@/utils/analytics/card-data';
import { periodOf } from '@/utils/analytics/period';
import { INITIAL_VIEW } from '@/utils/store/view';
import { type Cards, oldestFetch } from './board';
import type { DashboardModel, FiguresModel } from './model';
import { screenOf, type Who } from './screen';
import { type Query, useBoard } from './useBoard';
import { useDetection } from './useDetection';
import { useMentor } from './useMentor';
import { useNow } from './useNow';
import { useSample } from './useSample';
import { useStored } from './useStored';

/** Everything the dashboard shows, and what its actions work on. */
export function useDashboard() {
  const { stored, changeView } = useStored();
  const [renewal, setRenewal] = useState(0);
  const [acceptedPageKey, setAcceptedPageKey] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [message, setMessage] = useState('');
  const openedAtMs = useRef(Date.now());
  const nowMs = useNow();
  const detection = useDetection(renewal);
  const settings = stored?.settings ?? null;
  const screen = screenOf({ settings, keyMeta: stored?.keyMeta, detection, acceptedPageKey });
  const view = stored?.view ?? INITIAL_VIEW;
  const { range, compare } = view;
  const scopeOf = (org: string) => view.scopeByOrg[org] ?? 'all';

  const asks = screen.kind === 'figures' ? screen : null;
  const tabMentor = asks?.who.mentor ?? null;
  const scope = asks && tabMentor ? scopeOf(asks.who.org) : 'all';
  const { mentor, failure: mentorFailure } = useMentor(
    asks && tabMentor
      ? {
          baseUrl: asks.baseUrl,
          org: asks.who.org,
          user: asks.who.user,
          idOrSlug: tabMentor.idOrSlug,
        }
      : null,
    scope === 'mentor',
    attempt,
  );
  const mentorId = scope === 'mentor' ? mentor?.mentorId : null;
  const query: Query | null =
    asks && mentorId !== undefined
      ? {
          identity: {
            baseUrl: asks.baseUrl,
            org: asks.who.org,
            user: asks.who.user,
            mentorId,
            keyFingerprint: asks.keyFingerprint,
          },
          range,
        }
      : null;
  const board = useBoard(query);
  const sample = useSample(screen.kind === 'sample', range, scopeOf, nowMs);

  const figures = useMemo((): FiguresModel | null => {
    const shared = { range, compare, period: periodOf(range, nowMs) };
    if (asks) {
      const who = withMentor(asks.who, mentor?.name ?? null);
      const failure = mentorFailure ?? board.failure;
      return {
        ...shared,
        who,
        scope,
        cards: board.cards,
        busy: query ? board.busy : mentorFailure === null,
        failure,
        source: isLive(board.cards, openedAtMs.current) ? 'live' : 'cache',
        fetchedAtMs: oldestFetch(board.cards),
      };
    }
    if (!sample) return null;
    const idle = { busy: false, failure: null, source: 'sample', fetchedAtMs: null } as const;
    return { ...shared, ...idle, ...sample, scope: scopeOf(sample.who.org) };
  }, [screen, view, nowMs, mentor, mentorFailure, board, sample]);

  // A click that waved one page's organization through counts for that page alone.
  const pageKey = screen.kind === 'org-mismatch' ? screen.pageKey : null;
  useEffect(() => {
    if (pageKey !== null && acceptedPageKey !== null) setAcceptedPageKey(null);
  }, [pageKey]);

  const model: DashboardModel = { screen, figures, message, nowMs };
  return {
    model,
    settings,
    view,
    changeView,
    setMessage,
    acceptPage: () => setAcceptedPageKey(pageKey),
    redetect: () => setRenewal((n) => n + 1),
    refresh: () => {
      if (mentorFailure) setAttempt((n) => n + 1);
      board.refresh(true);
    },
  };
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
