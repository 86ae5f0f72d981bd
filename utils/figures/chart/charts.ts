import type { CohortData, CostData, FeedbackData } from '../card-data';
import { count, exactCount, money } from '../format';
import { sumMoney } from '../kpi';
import { assemble, type Writing } from './assemble';
import type { ChartModel, ChartOptions, Series } from './model';
import { moneyTicks } from './tick-format';

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

/** How counts are written. */
export const counts = (locale: string): Writing => ({
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
