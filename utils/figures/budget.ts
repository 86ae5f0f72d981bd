import { DAY_MS } from './range';

/** One person's cost of a calendar month (UTC) up to an instant, in US dollars. */
export interface MonthCost {
  total: number;
  /** Epoch ms; the month is the one it lies in. */
  asOfMs: number;
}

/** How a month stands against its budget. */
export interface Outlook {
  /** The part of the budget that is spent: 0.5 for half of it. */
  share: number;
  /** The cost by the month's end at the pace so far; null while the month is too young to tell. */
  projected: number | null;
  /** When the budget is spent at the pace so far, epoch ms; null where it lasts, or nobody can tell. */
  runsOutMs: number | null;
}

/** The first instant of the month (UTC) that an instant lies in, and of the next, in epoch ms. */
export function monthOf(ms: number): { startMs: number; endMs: number } {
  const day = new Date(ms);
  const at = (months: number) => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
  return { startMs: at(0), endMs: at(1) };
}

/** Below this a single busy hour would make a whole month's forecast. */
const YOUNG_MS = 2 * DAY_MS;

/** How a month's cost so far stands against a budget above zero. Credits are no pace: nothing is foretold from them. */
export function outlook({ total, asOfMs }: MonthCost, budget: number): Outlook {
  const { startMs, endMs } = monthOf(asOfMs);
  const elapsedMs = asOfMs - startMs;
  const share = total / budget;
  if (elapsedMs < YOUNG_MS || total <= 0) return { share, projected: null, runsOutMs: null };
  const projected = (total * (endMs - startMs)) / elapsedMs;
  const runsOut = startMs + elapsedMs / share;
  return { share, projected, runsOutMs: share < 1 && runsOut < endMs ? runsOut : null };
}

/** The steps at which people want to hear of it, as shares of the budget. */
const STEPS = [0.8, 1] as const;

/** The highest step reached: 0.8, 1, or null below both. */
export const stepReached = (share: number): number | null =>
  STEPS.filter((step) => share >= step).at(-1) ?? null;
