import type { Say } from '@/utils/failure';

/**
 * The look of a series: a colour of its own, and a pattern where two stand on each other. The last three
 * are lines over the columns: the range before, a running total, a budget.
 */
export type Tone = 'amber' | 'green' | 'plum' | 'blue' | 'preceding' | 'running' | 'budget';

export interface Series {
  tone: Tone;
  name: string;
  values: (number | null)[];
}

/** A chart as data: what both the first sketch and the interactive canvas draw. */
export interface ChartModel {
  kind: 'bars' | 'lines';
  /** Under the axis, short; and in full, for tooltip and announcements. */
  labels: string[];
  titles: string[];
  /** Columns stand on each other in this order; `preceding`, `running` and `budget` are lines above. */
  series: Series[];
  /** The bucket that still runs, "so far". */
  openIndex: number | null;
  /** Round values of the value axis, from zero to the top. */
  ticks: number[];
  formatTick: (value: number) => string;
  formatExact: (value: number) => string;
}

export interface ChartOptions {
  /** When the figures were asked for (epoch ms): the bucket that ran then is drawn as running. */
  asOfMs: number;
  locale: string;
  say: Say;
  /** Never more points than the canvas has room for. */
  maxPoints: number;
  /** Draw the preceding range as a faint line. */
  compare: boolean;
  /** Draw the running total (cost). */
  running?: boolean | undefined;
  /** A monthly budget in dollars (cost), drawn as a line with the running total. */
  budget?: number | undefined;
}
