import { DAY_MS } from '../../data/people';
import type { Visit } from '../../data/visit';
import { visitsOf } from '../../data/visits';
import { amount, microsOf, percentage } from '../amount';
import { type Answer, type Asked, found } from '../answer';
import { byPeriod, type Granularity, periodOf } from '../periods';
import { readerOf } from '../reader';
import { type CostFilters, costFilters, given, passing } from './cost-filters';
import { AGGREGATION, type Days, daysAsked, dayText } from './date-filter';

const METRICS = ['total_costs', 'weekly_costs', 'monthly_costs'] as const;

/** `financial/`: what a person, a mentor or all of it has cost, in sum and over time. */
export function financial(asked: Asked): Answer {
  const { orgKey, query, nowMs, behaviour } = asked;
  const read = readerOf(query);
  const metric = read.required('metric', METRICS);
  const granularity = read.choice('granularity', ['day', 'week', 'month'], 'day');
  const fill = read.choice('fill_method', ['zero', 'previous'], 'zero');
  const isOvertime = read.choice('show_overtime', ['true', 'false'], 'true') === 'true';
  const isCompared = query.has('comparison_days');
  const comparisonDays = read.count('comparison_days', 1);
  const filters = costFilters(read, orgKey);
  const days = spanOf(metric, daysAsked(read, nowMs), nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;

  const spent = (startMs: number, endMs: number) =>
    passing(visitsOf(orgKey, startMs, endMs, nowMs), filters);
  const visits = spent(days.startMs, days.endMs);
  const micros = microsOf(visits);
  const previousMs = days.startMs - comparisonDays * DAY_MS;
  const previous = isCompared ? microsOf(spent(previousMs, days.startMs)) : 0;
  const series = overtime(visits, days, AGGREGATION[granularity], fill, nowMs);
  const period = { start_date: dayText(days.startMs), end_date: dayText(days.endMs - DAY_MS) };
  return found({
    metric,
    filters: echo(asked, filters, days, { ...period, granularity }),
    value: amount(micros, behaviour),
    percentage_change: isCompared ? percentage(micros, previous) : null,
    overtime: isOvertime
      ? series.map(([ms, it]) => ({ date: dayText(ms), value: amount(it, behaviour) }))
      : [],
    period_info: {
      ...period,
      period_days: Math.round((days.endMs - days.startMs) / DAY_MS),
      range_type: days.dateFilter,
    },
    comparison_info: isCompared
      ? {
          previous_period_count: comparisonDays,
          previous_period_value: amount(previous, behaviour),
          comparison_start: dayText(previousMs),
          comparison_end: dayText(days.startMs - DAY_MS),
          comparison_days: comparisonDays,
          recent_period_value: amount(micros, behaviour),
        }
      : {},
  });
}

/** The week's and the month's costs are those so far, where no other days are named. */
function spanOf(metric: (typeof METRICS)[number], days: Days, nowMs: number): Days {
  if (days.dateFilter === 'custom' || metric === 'total_costs') return days;
  return { ...days, startMs: periodOf(nowMs, metric === 'weekly_costs' ? 'weekly' : 'monthly') };
}

/** Every period up to now, the empty ones too. */
function overtime(
  visits: Visit[],
  { startMs, endMs }: Days,
  aggregation: Granularity,
  fill: 'zero' | 'previous',
  nowMs: number,
): [number, number][] {
  const untilNow = { startMs, endMs: Math.min(endMs, nowMs), aggregation };
  let previous = 0;
  return byPeriod(visits, untilNow, true).map(([ms, group]) => {
    if (group.length > 0 || fill === 'zero') previous = microsOf(group);
    return [ms, previous];
  });
}

function echo(
  { orgKey, query }: Asked,
  filters: CostFilters,
  { dateFilter }: Days,
  rest: Record<string, string>,
): Record<string, unknown> {
  const days = query.get('comparison_days');
  return {
    ...rest,
    ...given(filters),
    platform_key: orgKey,
    ...(days === null ? {} : { comparison_days: Number(days) }),
    all_time: dateFilter === 'all_time',
  };
}
