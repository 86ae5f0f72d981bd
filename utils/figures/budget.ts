import { monthOf } from './time/months';
import { DAY_MS } from './time/range';

/** One person's cost of a calendar month (UTC) up to an instant, in US dollars. */
export interface MonthCost {
  total: number;
  /** Epoch ms; the month is the one it lies in. */
  asOfMs: number;
}

/** The state of a month's cost compared with its budget. */
export interface Outlook {
  /** The part of the budget that is spent: 0.5 for half of it. */
  share: number;
  /**
   * The projected cost at the end of the month; null in its first days, when a projection is not
   * reliable.
   */
  projected: number | null;
  /**
   * When the budget will be spent at the present rate, epoch ms; null where it lasts or this is
   * unknown.
   */
  runsOutMs: number | null;
}

/** Before this, a single busy hour would determine the projection of the whole month. */
const YOUNG_MS = 2 * DAY_MS;

/**
 * Compares a month's cost so far with a budget above zero. A negative cost (credits) gives no
 * projection.
 */
export function outlook({ total, asOfMs }: MonthCost, budget: number): Outlook {
  const { startMs, endMs } = monthOf(asOfMs);
  const elapsedMs = asOfMs - startMs;
  const share = total / budget;
  if (elapsedMs < YOUNG_MS || total <= 0) return { share, projected: null, runsOutMs: null };
  const projected = (total * (endMs - startMs)) / elapsedMs;
  const runsOut = startMs + elapsedMs / share;
  return { share, projected, runsOutMs: share < 1 && runsOut < endMs ? runsOut : null };
}

/** The shares of the budget at which a notification is shown. */
const STEPS = [0.8, 1] as const;

/** Returns the highest step that is reached: 0.8, 1, or null below both. */
export const stepReached = (share: number): number | null =>
  STEPS.filter((step) => share >= step).at(-1) ?? null;
