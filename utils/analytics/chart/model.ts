import type { Say } from '@/utils/failure';
import type { CohortData, CostData, FeedbackData } from '../card-data';
import { count, exactCount, money } from '../format';
import { sumMoney } from '../kpi';
import { assemble, type Writing } from './assemble';
import { moneyTicks } from './tick-format';

/** What a series is, for its colour, pattern and place. */
export type Role = 'new' | 'veteran' | 'cost' | 'feedback' | 'preceding' | 'running' | 'budget';

export interface Series {
  role: Role;
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
  nowMs: number;
  locale: string;
  say: Say;
  /** Never more points than the canvas has room for. */
  maxPoints: number;
  /** Draw the preceding range as a faint line. */
  compare: boolean;
  /** Draw the running total (cost). */
  running?: boolean;
  /** A monthly budget in dollars (cost), drawn as a line with the running total. */
  budget?: number;
}

/** New users stacked on veteran users. */
export function cohortChart(
  { period, points, preceding }: CohortData,
  options: ChartOptions,
): ChartModel {
  const { say } = options;
  const before = preceding?.points.map(({ newUsers, veteranUsers }) =>
    newUsers === null || veteranUsers === null ? null : newUsers + veteranUsers,
  );
  return assemble(points, period, options, counts(options.locale), [
    {
      role: 'veteran',
      name: say('chart_veteran_users'),
      values: points.map((p) => p.veteranUsers),
    },
    { role: 'new', name: say('chart_new_users'), values: points.map((p) => p.newUsers) },
    ...precedingSeries(before, points.length, options),
  ]);
}

/** Entries of feedback. */
export function feedbackChart(
  { period, points, preceding }: FeedbackData,
  options: ChartOptions,
): ChartModel {
  return assemble(points, period, options, counts(options.locale), [
    { role: 'feedback', name: options.say('chart_feedback'), values: points.map((p) => p.count) },
    ...precedingSeries(
      preceding?.points.map((p) => p.count),
      points.length,
      options,
    ),
  ]);
}

/** One person's cost by span, on demand with the running total and the budget. */
export function costChart(
  { period, spans, precedingSpans }: CostData,
  options: ChartOptions,
): ChartModel {
  const { say, running, budget } = options;
  const costs = spans.map((span) => span.cost);
  const series: Series[] = [
    { role: 'cost', name: say('chart_cost'), values: costs },
    ...precedingSeries(
      precedingSpans?.map((span) => span.cost),
      spans.length,
      options,
    ),
  ];
  if (running) {
    series.push({ role: 'running', name: say('chart_running'), values: runningTotal(costs) });
  }
  if (running && budget) {
    series.push({ role: 'budget', name: say('chart_budget'), values: spans.map(() => budget) });
  }
  return assemble(spans, period, options, amounts(options.locale), series);
}

const counts = (locale: string): Writing => ({
  tick: () => (value) => count(value, locale),
  exact: (value) => exactCount(value, locale),
  whole: true,
});

const amounts = (locale: string): Writing => ({
  tick: (ticks) => moneyTicks(ticks, locale),
  exact: (value) => money(value, locale),
  whole: false,
});

/** The sums up to each value; unknown from the first unknown value on. */
function runningTotal(values: (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sumMoney([sum, value]);
    return sum;
  });
}

function precedingSeries(
  values: (number | null)[] | undefined,
  length: number,
  { compare, say }: ChartOptions,
): Series[] {
  if (!compare || !values?.length) return [];
  return [{ role: 'preceding', name: say('chart_preceding'), values: values.slice(0, length) }];
}
