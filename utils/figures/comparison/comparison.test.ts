import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, WEEK_MS } from '../time/buckets';
import { finishedAverage, finishedOf, type Measured } from '../time/finished';
import { type Period, periodOf } from '../time/period';
import { precedingPeriod } from '../time/preceding-period';
import { AGGREGATIONS, DAY_MS, HOUR_MS, type Range } from '../time/range';
import { type Compared, compareBuckets, compareTotals } from './comparison';

const NOW = Date.parse('2026-11-18T15:20:00Z'); // a Wednesday
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/**
 * Returns a series of a period in which each bucket has a fixed amount for each ms of it that has
 * passed.
 */
const series = (period: Period, nowMs: number, each = (_ms: number) => 1): Measured[] =>
  bucketsOf(period, nowMs).map(({ startMs, endMs }) => {
    const from = Math.max(startMs, period.startMs);
    const to = Math.min(endMs, period.endMs, nowMs);
    return { startMs, value: (Math.max(0, to - from) / HOUR_MS) * each(from) };
  });

const compared = (
  range: Range,
  nowMs: number,
  kind: 'sum' | 'average',
  each?: (ms: number) => number,
) => {
  const period = periodOf(range, nowMs);
  const before = precedingPeriod(period);
  return compareBuckets(series(period, nowMs, each), series(before, nowMs, each), {
    period,
    asOfMs: nowMs,
    kind,
  });
};
const intervals = (found: Compared | null) =>
  found && [found.now, found.before].map(({ startMs, endMs }) => `${iso(startMs)}/${iso(endMs)}`);

describe('what is compared', () => {
  it('is what has ended, with as much at the same places of the range before', () => {
    const found = compared({ kind: '7d' }, NOW, 'sum');
    expect(intervals(found)).toEqual(['2026-11-12/2026-11-18', '2026-11-05/2026-11-11']);
    expect(found).toMatchObject({ value: 6 * 24, preceding: 6 * 24, byDay: false });
  });

  it('is nothing where nothing has ended', () => {
    expect(compared({ kind: 'this-month' }, Date.parse('2026-11-01T09:00Z'), 'sum')).toBeNull();
    expect(compared({ kind: 'this-month' }, Date.parse('2026-11-01T09:00Z'), 'average')).toBeNull();
  });

  it('is a month so far with the same days of the one before', () => {
    expect(intervals(compared({ kind: 'this-month' }, NOW, 'sum'))).toEqual([
      '2026-11-01/2026-11-18',
      '2026-10-01/2026-10-18',
    ]);
  });

  it('is a whole month with the one before, by the day where that is longer or shorter', () => {
    const found = compared({ kind: 'last-month' }, NOW, 'sum');
    expect(intervals(found)).toEqual(['2026-10-01/2026-11-01', '2026-09-01/2026-10-01']);
    expect(found).toMatchObject({ value: 24, preceding: 24, byDay: true });
    const march = compared({ kind: 'this-month' }, Date.parse('2026-03-31T15:20Z'), 'sum');
    expect(intervals(march)).toEqual(['2026-03-01/2026-03-31', '2026-02-01/2026-03-01']);
    expect(march).toMatchObject({ value: 24, preceding: 24, byDay: true });
  });

  it('leaves out a week that the range cuts short, unless the range before has the same cut', () => {
    const period = {
      startMs: day('2026-11-04'),
      endMs: day('2026-11-18'),
      aggregation: 'weekly',
    } as const;
    const options = { period, asOfMs: NOW };
    const now = series(period, NOW);
    const before = series(precedingPeriod(period), NOW);
    const sum = compareBuckets(now, before, { ...options, kind: 'sum' });
    expect(intervals(sum)).toEqual(['2026-11-04/2026-11-18', '2026-10-21/2026-11-04']);
    const average = compareBuckets(now, before, { ...options, kind: 'average' });
    expect(intervals(average)).toEqual(['2026-11-09/2026-11-16', '2026-10-26/2026-11-02']);
    const uneven = { ...period, startMs: day('2026-11-03') };
    const other = compareBuckets(series(uneven, NOW), series(precedingPeriod(uneven), NOW), {
      ...options,
      period: uneven,
      kind: 'sum',
    });
    expect(intervals(other)).toEqual(['2026-11-09/2026-11-16', '2026-10-19/2026-10-26']);
  });

  it('leaves out a bucket that is unknown on one side alone', () => {
    const period = periodOf({ kind: '7d' }, NOW);
    const now = series(period, NOW).map((point, i) =>
      i === 2 ? { ...point, value: null } : point,
    );
    const options = { period, asOfMs: NOW, kind: 'sum' } as const;
    const found = compareBuckets(now, series(precedingPeriod(period), NOW), options);
    expect(found).toMatchObject({ value: 5 * 24, preceding: 5 * 24 });
  });

  it('takes no points for zeros', () => {
    const period = periodOf({ kind: '7d' }, NOW);
    const options = { period, asOfMs: NOW, kind: 'sum' } as const;
    expect(compareBuckets([], series(precedingPeriod(period), NOW), options)).toMatchObject({
      value: 0,
      preceding: 6 * 24,
    });
  });

  it('does not see the hour beside a range of hours', () => {
    const endMs = Date.parse('2026-11-18T15:00Z');
    const period: Period = { startMs: endMs - DAY_MS, endMs, aggregation: 'hourly', cut: 'hours' };
    expect(finishedOf(series(period, NOW), period, NOW + DAY_MS)).toHaveLength(24);
  });

  it('of twelve months are the months that have ended, with the same ones a year before', () => {
    const found = compared({ kind: '12m' }, NOW, 'sum');
    expect([found?.now, found?.before].map((it) => it && [iso(it.startMs), iso(it.endMs)])).toEqual(
      [
        ['2025-12-01', '2026-11-01'],
        ['2024-12-01', '2025-11-01'],
      ],
    );
    // A leap day makes one of them longer.
    expect(compared({ kind: '12m' }, Date.parse('2028-11-18T15:20Z'), 'sum')?.byDay).toBe(true);
  });

  it('are totals up to a minute, by the day where one is longer', () => {
    const now = { startMs: 0, endMs: 30.5 * DAY_MS, total: 61 };
    expect(compareTotals(now, { startMs: -28 * DAY_MS, endMs: 0, total: 56 })).toMatchObject({
      value: 2,
      preceding: 2,
      byDay: true,
    });
    expect(compareTotals({ ...now, endMs: 0 }, now)).toBeNull();
  });
});

describe('an average', () => {
  it('is of whole buckets that have ended', () => {
    const period = periodOf({ kind: '90d' }, NOW);
    expect(finishedAverage(series(period, NOW), period, NOW)).toBe(7 * 24);
    expect(
      finishedAverage(
        series(periodOf({ kind: '7d' }, NOW), NOW),
        periodOf({ kind: '7d' }, NOW),
        NOW,
      ),
    ).toBe(24);
  });
});

const anyRange: fc.Arbitrary<Range> = fc
  .oneof(
    fc.constantFrom<Range[]>(
      { kind: '7d' },
      { kind: '30d' },
      { kind: '90d' },
      { kind: '24h' },
      { kind: 'this-month' },
      { kind: 'last-month' },
      { kind: '12m' },
    ),
    fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 120 }))
      .map(([back, length]) => ({
        kind: 'custom' as const,
        from: iso(NOW - (back + length) * DAY_MS),
        to: iso(NOW - back * DAY_MS),
      })),
  )
  .chain((range) =>
    fc
      .option(fc.constantFrom(...AGGREGATIONS))
      .map((aggregation) => (aggregation ? { ...range, aggregation } : range)),
  );
const anyMinute = fc
  .integer({ min: Date.UTC(2023, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 })
  .map((minute) => minute * 60_000);

describe('where every hour is like every other', () => {
  it.each(['sum', 'average'] as const)('no %s of any range has changed at any minute', (kind) => {
    fc.assert(
      fc.property(anyRange, anyMinute, (range, nowMs) => {
        // No card has an average of months: they are as long as they are.
        fc.pre(kind === 'sum' || periodOf(range, nowMs).aggregation !== 'monthly');
        const found = compared(range, nowMs, kind);
        if (found) expect(found.value).toBeCloseTo(found.preceding, 9);
      }),
    );
  });

  it('weeks are compared with as many whole weeks', () => {
    fc.assert(
      fc.property(anyMinute, (nowMs) => {
        const found = compared({ kind: '90d' }, nowMs, 'average');
        const lengths = [found?.now, found?.before].map((it) => (it ? it.endMs - it.startMs : 0));
        expect(lengths[0]).toBe(lengths[1]);
        expect((lengths[0] ?? 1) % WEEK_MS).toBe(0);
      }),
    );
  });
});
