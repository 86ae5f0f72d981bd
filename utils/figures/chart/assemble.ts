import { bucketTitle } from '../text/format';
import { thinIndices } from '../thin';
import { bucketEnd, timeOf, WEEK_MS } from '../time/buckets';
import type { Period } from '../time/period';
import { axisLabel } from './axis-label';
import { highestOf } from './layers';
import type { ChartModel, ChartOptions, Series } from './model';
import { niceScale } from './scale';
import type { Writing } from './writing';

const MOST_COLUMNS = 60;

/** Returns a chart of these time spans and series, with no more points than fit. */
export function assemble(
  intervals: { startMs: number; endMs?: number }[],
  period: Period,
  { asOfMs, locale, say, maxPoints }: ChartOptions,
  writing: Writing,
  series: Series[],
  /** Use lines for values that do not add up to a total. */
  wanted: ChartModel['kind'] = 'bars',
): ChartModel {
  const kind = intervals.length > MOST_COLUMNS ? 'lines' : wanted;
  const all = series.map(({ values }) => values);
  const kept = thinIndices(all, maxPoints).flatMap((index) => {
    const interval = intervals[index];
    if (!interval) return [];
    const { startMs, endMs = bucketEnd(startMs, period) } = interval;
    return { index, startMs, endMs, counted: timeOf(period, interval) };
  });
  const axis = {
    lengthMs: period.endMs - period.startMs,
    columnMs: kept.reduce((most, { startMs, endMs }) => Math.max(most, endMs - startMs), 0),
    isMonthly: period.aggregation === 'monthly',
    locale,
    say,
  };
  const open = kept.findIndex(
    ({ counted: { startMs, endMs } }) => startMs <= asOfMs && asOfMs < endMs,
  );
  const highest = highestOf({ kind, series });
  const isWithin = highest <= (writing.ticks?.at(-1) ?? Number.NEGATIVE_INFINITY);
  const ticks = (isWithin && writing.ticks) || niceScale(highest, writing.whole);
  const isKnown =
    series.length === 0 || series.some(({ values }) => values.some((it) => it !== null));
  return {
    kind,
    labels: kept.map((bucket, at) =>
      axisLabel(at === 0 ? weekOf(bucket, axis) : bucket.startMs, axis),
    ),
    titles: kept.map(({ counted }) => bucketTitle(counted, locale)),
    series: series.map((one) => ({
      ...one,
      values: kept.map(({ index }) => one.values[index] ?? null),
    })),
    openIndex: open < 0 ? null : open,
    ticks,
    // An axis with numbers would say of unknown values how high they are.
    formatTick: isKnown ? writing.tick(ticks) : () => '',
    formatExact: writing.exact,
  };
}

/** When the week began of which a first column shows the end alone; of other columns, when they begin. */
const weekOf = (
  { startMs, endMs }: { startMs: number; endMs: number },
  { columnMs }: { columnMs: number },
): number => (columnMs === WEEK_MS ? Math.min(startMs, endMs - WEEK_MS) : startMs);
