import type { Say } from '@/utils/failure';

/**
 * The style of a series: its own colour, and a pattern where series are stacked. The last three are
 * lines over the columns: the preceding range, a running total, a budget.
 */
export type Tone = 'amber' | 'green' | 'plum' | 'blue' | 'preceding' | 'running' | 'budget';

export interface Series {
  tone: Tone;
  name: string;
  values: (number | null)[];
}

/** A chart as data, from which both the first sketch and the interactive canvas are drawn. */
export interface ChartModel {
  kind: 'bars' | 'lines';
  /** The short labels under the axis, and the full ones for tooltip and announcements. */
  labels: string[];
  titles: string[];
  /**
   * Columns are stacked in this order; `preceding`, `running` and `budget` are lines above them.
   */
  series: Series[];
  /** The index of the bucket that is still open ("so far"); null where there is none. */
  openIndex: number | null;
  /** Round values of the value axis, from zero to the top. */
  ticks: number[];
  formatTick: (value: number) => string;
  formatExact: (value: number) => string;
}

export interface ChartOptions {
  /**
   * When the figures were requested (epoch ms): the bucket that contains this instant is drawn as
   * open.
   */
  asOfMs: number;
  locale: string;
  say: Say;
  /** The largest number of points that fit on the canvas. */
  maxPoints: number;
  /** Draw the preceding range as a faint line. */
  compare: boolean;
  /** Draw the running total (cost). */
  running?: boolean | undefined;
  /** A monthly budget in dollars (cost), drawn as a line with the running total. */
  budget?: number | undefined;
}
