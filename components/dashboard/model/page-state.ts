import type { CardName } from '@/utils/cards/data';
import type { Range } from '@/utils/figures/time/range';
import type { Identity } from '@/utils/identity';
import type { View } from '@/utils/store/settings/view';
import type { KnownMentor } from '@/utils/store/snapshots/mentors';
import { type Known, screenOf } from './screen';
import type { Screen } from './screens';

/** A request for figures: whose, over which range, and for which cards. */
export interface Query {
  identity: Identity;
  range: Range;
  /** The first three unless told. */
  cards?: readonly CardName[] | undefined;
}

/** The mentor that a page's URL names, and who asks. */
export interface MentorQuestion {
  baseUrl: string;
  org: string;
  user: string;
  idOrSlug: string;
  isPrivate?: boolean | undefined;
}

/** The state to show, and the requests that it needs. */
export interface PageState {
  screen: Screen;
  /** The screen, where it shows somebody's figures. */
  asks: Extract<Screen, { kind: 'figures' }> | null;
  scope: 'all' | 'mentor';
  mentorQuestion: MentorQuestion | null;
}

/** Computes the page state from the known data. Pure, so that an opening page and its hooks agree. */
export function pageStateOf(known: Known, view: View): PageState {
  const screen = screenOf(known);
  const asks = screen.kind === 'figures' ? screen : null;
  const mentor = asks?.who.mentor ?? null;
  if (!asks || !mentor) return { screen, asks, scope: 'all', mentorQuestion: null };
  const { who, isPrivate } = asks;
  const { baseUrl } = asks.profile;
  const question = { baseUrl, org: who.org, user: who.user, idOrSlug: mentor.idOrSlug };
  return {
    screen,
    asks,
    scope: view.scopeByOrg[who.org] ?? 'all',
    mentorQuestion: isPrivate ? { ...question, isPrivate } : question,
  };
}

/** The question to the store and the worker; null while it can't be asked yet. */
export function figuresQueryOf(
  { asks, scope }: PageState,
  { range }: View,
  mentor: KnownMentor | null,
  cards: readonly CardName[],
): Query | null {
  if (!asks || (scope === 'mentor' && !mentor)) return null;
  const identity = {
    baseUrl: asks.profile.baseUrl,
    org: asks.who.org,
    user: asks.who.user,
    mentorId: scope === 'mentor' && mentor ? mentor.mentorId : null,
    keyFingerprint: asks.keyFingerprint,
    ...(asks.isPrivate ? { isPrivate: true } : {}),
  };
  return { identity, range, cards };
}
