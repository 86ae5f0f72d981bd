import { type CardStates, cardsDrawn } from '@/utils/cards/state';
import { analyticsUrlFor } from '@/utils/deployment/analytics-link';
import type { Failure } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
import { isSamePeriod, type Period, periodOf } from '@/utils/figures/time/period';
import type { View } from '@/utils/store/settings/view';
import type { KnownMentor } from '@/utils/store/snapshots/mentors';
import { oldestFetch } from './board';
import type { ChosenCards } from './chosen';
import type { FiguresModel } from './model';
import type { PageState, Query } from './page-state';
import type { Who } from './screens';

/** All that decides which figures are shown, and how. */
export interface FiguresInput {
  pageState: PageState;
  view: View;
  chosen: ChosenCards;
  query: Query | null;
  cards: CardStates;
  busy: boolean;
  /** Why the figures could not be had. */
  failure: Failure | null;
  mentor: KnownMentor | null;
  mentorFailure: Failure | null;
  month: MonthCost | null;
  sample: { who: Who; cards: CardStates } | null;
  /** The host of the page in the tab. */
  host: string | null;
  openedAtMs: number;
  nowMs: number;
}

/** The figures to be shown: somebody's, or the sample's; null where there are none. Pure. */
export function figuresModelOf(input: FiguresInput): FiguresModel | null {
  const { pageState, view, chosen, nowMs } = input;
  const { range, compare, running } = view;
  const shared = { range, compare, running, chosen, period: periodOf(range, nowMs) };
  if (pageState.asks) return { ...shared, ...ofSomebody(input, pageState.asks, shared.period) };
  const { sample } = input;
  if (!sample) return null;
  return {
    ...shared,
    ...sample,
    scope: view.scopeByOrg[sample.who.org] ?? 'all',
    busy: false,
    failure: null,
    source: 'sample',
    fetchedAtMs: null,
    budget: null,
    fullUrl: null,
  };
}

function ofSomebody(
  input: FiguresInput,
  asks: NonNullable<PageState['asks']>,
  period: Period,
): Omit<FiguresModel, 'range' | 'compare' | 'running' | 'chosen'> {
  const { pageState, query, cards, chosen, mentor, mentorFailure, month } = input;
  const who = withMentor(asks.who, mentor?.name ?? null);
  const amount = asks.profile.monthlyBudget;
  return {
    period: shownPeriod(cards, chosen) ?? period,
    who,
    identity: query?.identity ?? null,
    scope: pageState.scope,
    cards,
    budget: amount === null ? null : { amount, month },
    busy: query ? input.busy : mentorFailure === null,
    failure: mentorFailure ?? input.failure,
    fullUrl: analyticsUrlFor(
      input.host,
      asks.profile.baseUrl,
      who.org,
      who.mentor?.idOrSlug ?? null,
    ),
    source: isLive(cards, chosen, input.openedAtMs) ? 'live' : 'cache',
    fetchedAtMs: oldestFetch(cards, chosen.names),
  };
}

/**
 * The period that most of the figures shown are about, the first of those that are as many: cached ones
 * may be of yesterday's, and each card of another time says so itself.
 */
function shownPeriod(cards: CardStates, { names }: ChosenCards): Period | null {
  const periods = cardsDrawn(cards, names).flatMap((name) => cards[name]?.data?.period ?? []);
  const alike = (one: Period) => periods.filter((other) => isSamePeriod(one, other)).length;
  return periods.reduce<Period | null>(
    (most, period) => (most === null || alike(period) > alike(most) ? period : most),
    null,
  );
}

const withMentor = (who: Who, name: string | null): Who =>
  who.mentor && name !== null ? { ...who, mentor: { ...who.mentor, name } } : who;

/** Whether every figure shown has come since the page was opened. */
const isLive = (cards: CardStates, { names }: ChosenCards, openedAtMs: number): boolean =>
  cardsDrawn(cards, names).every((name) => {
    const card = cards[name];
    return !card?.data || (card.fetchedAtMs ?? 0) >= openedAtMs;
  });
