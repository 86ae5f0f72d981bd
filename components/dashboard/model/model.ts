import type { OnFailureAction } from '@/components/ui/Notice';
import type { CardName } from '@/utils/cards/data';
import type { CardStates } from '@/utils/cards/state';
import type { Failure } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
import type { Period } from '@/utils/figures/time/period';
import type { Range } from '@/utils/figures/time/range';
import type { Identity } from '@/utils/identity';
import type { ChosenCards } from './chosen';
import type { Screen, Who } from './screens';

/** The figures of one person, as the views need them; `cards` answer exactly the question shown. */
export interface FiguresModel {
  who: Who;
  /** Whose figures these are, for the worker; null for sample figures and while a mentor is looked up. */
  identity?: Identity | null;
  scope: 'all' | 'mentor';
  range: Range;
  period: Period;
  compare: boolean;
  /** The cost chart with its running total. */
  running: boolean;
  cards: CardStates;
  /** The cards that are shown here. */
  chosen: ChosenCards;
  /** The person's budget of a month, in US dollars, and what is spent of it; null where none is set. */
  budget: { amount: number; month: MonthCost | null } | null;
  /** Users active within the last hour; null while unknown, left out where that is not asked. */
  activeNow?: number | null;
  /** A refresh is on its way. */
  busy: boolean;
  /** The failure because of which no figures were asked for or none arrived. */
  failure: Failure | null;
  /** The platform's own analytics page for the same organization and mentor. */
  fullUrl: string | null;
  source: 'live' | 'cache' | 'sample';
  fetchedAtMs: number | null;
}

export interface DashboardModel {
  screen: Screen;
  /** Present while figures are shown, be they someone's or the sample's. */
  figures: FiguresModel | null;
  /** Said once, politely: the result of a copy, for instance. */
  message: string;
  nowMs: number;
}

/** Everything a user can do on the dashboard. */
export interface DashboardActions {
  chooseScope: (scope: 'all' | 'mentor') => void;
  chooseRange: (range: Range) => void;
  chooseCards: (names: readonly CardName[]) => void;
  chooseCompare: (compare: boolean) => void;
  chooseRunning: (running: boolean) => void;
  refresh: () => void;
  openOptions: () => void;
  /** null where there is no panel to open: in the panel itself, for instance. */
  openSidePanel: (() => void) | null;
  /** Opens the dashboard in a tab of its own, for the tab that is read; null in that page itself. */
  openInTab: (() => void) | null;
  trySample: () => void;
  leaveSample: () => void;
  allowSite: (origin: string) => void;
  typeUser: (user: string) => Promise<boolean>;
  useKeyOrg: () => void;
  onFailure: OnFailureAction;
  exportAs: (format: 'csv' | 'json' | 'copy' | 'png' | 'print') => void;
}
