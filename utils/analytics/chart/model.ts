import type { Say } from '@/utils/failure';
import { type Bucket, bucketMs } from '../buckets';
import type { CohortData, CostData, FeedbackData } from '../card-data';
import { axisLabel, bucketTitle, count, exactCount, money } from '../format';
import type { Period } from '../period';
import { thinIndices } from '../thin';
import { niceScale } from './scale';

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

const MOST_COLUMNS = 60;

/** New users stacked on veteran users. */
export function cohortChart(
  { period, points, preceding }: CohortData,
  options: ChartOptions,
): ChartModel {
  const { say } = options;
  const before = preceding?.points.map((p) => (p.newUsers ?? 0) + (p.veteranUsers ?? 0));
  return chart(points, period, options, countFormats(options.locale), [
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
  return chart(points, period, options, countFormats(options.locale), [
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
  if (running)
    series.push({ role: 'running', name: say('chart_running'), values: runningTotal(costs) });
  if (running && budget) {
    series.push({ role: 'budget', name: say('chart_budget'), values: spans.map(() => budget) });
  }
  const format = (value: number) => money(value, options.locale);
  return chart(
    spans,
    period,
    options,
    { formatTick: format, formatExact: format, whole: false },
    series,
  );
}

/** The sums up to each value; unknown from the first unknown value on. */
function runningTotal(values: (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
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

interface Formats {
  formatTick: (value: number) => string;
  formatExact: (value: number) => string;
  /** Counts have no ticks between whole numbers. */
  whole: boolean;
}

const countFormats = (locale: string): Formats => ({
  formatTick: (value) => count(value, locale),
  formatExact: (value) => exactCount(value, locale),
  whole: true,
});

function chart(
  points: (Partial<Bucket> & { startMs: number })[],
  period: Period,
  { nowMs, locale, maxPoints }: ChartOptions,
  { whole, ...formats }: Formats,
  series: Series[],
): ChartModel {
  const kept = thinIndices(
    series.map(({ values }) => values),
    maxPoints,
  );
  const sizeMs = bucketMs(period.aggregation);
  const at = (index: number) => points[index] ?? { startMs: period.startMs };
  const endOf = (index: number) => at(index).endMs ?? at(index).startMs + sizeMs;
  const lengthMs = period.endMs - period.startMs;
  const open = kept.findIndex((index) => at(index).startMs <= nowMs && nowMs < endOf(index));
  return {
    kind: points.length > MOST_COLUMNS ? 'lines' : 'bars',
    labels: kept.map((index) => axisLabel(at(index).startMs, period.aggregation, lengthMs, locale)),
    titles: kept.map((index) =>
      bucketTitle({ startMs: at(index).startMs, endMs: endOf(index) }, locale),
    ),
    series: series.map((one) => ({
      ...one,
      values: kept.map((index) => one.values[index] ?? null),
    })),
    openIndex: open < 0 ? null : open,
    ticks: niceScale(highest(series), whole),
    ...formats,
  };
}

const isColumn = ({ role }: Series) => !['preceding', 'running', 'budget'].includes(role);

/** The series that are drawn as columns, and those that are drawn as lines above them. */
export const columnsOf = (model: ChartModel) => model.series.filter(isColumn);
export const linesOf = (model: ChartModel) => model.series.filter((series) => !isColumn(series));

/** The highest point drawn: columns stand on each other, lines stand alone. */
function highest(series: Series[]): number {
  const columns = series.filter(isColumn);
  let top = 0;
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  for (let index = 0; index < length; index += 1) {
    const stack = columns.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0);
    const lines = series.filter((one) => !isColumn(one)).map(({ values }) => values[index] ?? 0);
    top = Math.max(top, stack, ...lines);
  }
  return top;
}
