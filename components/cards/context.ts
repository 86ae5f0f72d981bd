import type { Whose } from '@/utils/cards/card';
import type { MonthCost } from '@/utils/figures/budget';
import type { Range } from '@/utils/figures/time/range';
import type { Identity } from '@/utils/identity';

/** The data that all cards on the page share. */
export interface CardContext {
  whose: Whose;
  /** Whose figures these are, for the worker; null for sample figures and while a mentor is looked up. */
  identity: Identity | null;
  range: Range;
  nowMs: number;
  /** True while the cards are being asked for. */
  busy: boolean;
  /** Draw the range before. */
  compare: boolean;
  /** Draw the running total. */
  running: boolean;
  /** The person's budget of a month, in US dollars, and what is spent of it; null where none is set. */
  budget: { amount: number; month: MonthCost | null } | null;
}
