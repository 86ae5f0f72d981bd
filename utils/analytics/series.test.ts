import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, periodOf, queryDays } from './period';
import { DAY_MS, HOUR_MS } from './range';
import { fillCohorts, fillCounts } from './series';

const NOW = Date.parse('2026-11-18T15:20:00Z');
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const WEEK: Period = periodOf({ kind: '7d' }, NOW);
const cohort = (startMs: number, newUsers: number | null, veteranUsers: number | null) => ({
  startMs,
  newUsers,
  veteranUsers,
});

describe('filling a series', () => {
  it('puts zero between start and now where the API sent nothing', () => {
    const { points } = fillCounts([{ startMs: day('2026-11-14'), count: 3 }], WEEK, NOW);
    expect(points.map((p) => p.count)).toEqual([0, 0, 3, 0, 0, 0, 0]);
  });

  it('keeps what is unknown unknown', () => {
    const { points } = fillCohorts([cohort(day('2026-11-13'), 2, null)], WEEK, NOW);
    expect(points[1]).toEqual(cohort(day('2026-11-13'), 2, null));
  });

  it('fault 37: takes rows in any order, adds repeated counts, never adds veterans', () => {
    const rows = [
      cohort(day('2026-11-15'), 1, 5),
      cohort(day('2026-11-12'), 4, 4),
      cohort(day('2026-11-15') + HOUR_MS, 2, 7),
    ];
    const { points } = fillCohorts(rows, WEEK, NOW);
    expect(points[3]).toEqual(cohort(day('2026-11-15'), 3, 7));
  });

  it('drops rows outside the period, and says when all were', () => {
    const rows = [{ startMs: day('2023-06-01'), count: 9 }];
    expect(fillCounts(rows, WEEK, NOW).droppedAll).toBe(true);
    const tomorrow = { startMs: day('2026-11-19'), count: 9 };
    const { points, droppedAll } = fillCounts(
      [tomorrow, { startMs: day('2026-11-18'), count: 1 }],
      WEEK,
      NOW,
    );
    expect([points.length, points.at(-1)?.count, droppedAll]).toEqual([7, 1, false]);
  });

  it('fault 40: no rows are no activity, not a series of zeros', () => {
    expect(fillCounts([], WEEK, NOW)).toEqual({ points: [], droppedAll: false });
  });

  it('counts weeks as the API begins them, whatever the first, clipped week is called', () => {
    const period = periodOf({ kind: '90d' }, NOW);
    const sundays = [day('2026-11-08'), day('2026-11-15')].map((startMs) => ({
      startMs,
      count: 2,
    }));
    const clipped = { startMs: period.startMs, count: 5 };
    const { points } = fillCounts([clipped, ...sundays], period, NOW);
    expect(points.at(-1)).toEqual({ startMs: day('2026-11-15'), count: 2 });
    expect(points[0]?.count).toBe(5);
    expect(points.reduce((sum, p) => sum + (p.count ?? 0), 0)).toBe(9);
  });

  it('loses no count that lies in the period', () => {
    const row = fc.record({
      startMs: fc.integer({ min: WEEK.startMs, max: NOW }),
      count: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const { points } = fillCounts(rows, WEEK, NOW);
        const sum = (all: { count: number | null }[]) =>
          all.reduce((s, p) => s + (p.count ?? 0), 0);
        expect(sum(points)).toBe(sum(rows));
      }),
    );
  });
});

describe('the days to ask for', () => {
  it('reach one past the last, as the end may be exclusive', () => {
    expect(queryDays(WEEK, NOW)).toEqual({ start_date: '2026-11-12', end_date: '2026-11-19' });
  });

  it('of weeks that have ended stop at the last day', () => {
    const ended: Period = {
      startMs: day('2026-05-01'),
      endMs: day('2026-08-01'),
      aggregation: 'weekly',
    };
    expect(queryDays(ended, NOW)).toEqual({ start_date: '2026-05-01', end_date: '2026-07-31' });
  });

  it('of 24 hours take in both days', () => {
    expect(queryDays(periodOf({ kind: '24h' }, NOW), NOW)).toEqual({
      start_date: '2026-11-17',
      end_date: '2026-11-19',
    });
  });
});

describe('periods', () => {
  it.each([
    ['24h', '2026-11-17T16:00', '2026-11-18T16:00', 'hourly'],
    ['7d', '2026-11-12T00:00', '2026-11-19T00:00', 'daily'],
    ['30d', '2026-10-20T00:00', '2026-11-19T00:00', 'daily'],
    ['90d', '2026-08-21T00:00', '2026-11-19T00:00', 'weekly'],
    ['this-month', '2026-11-01T00:00', '2026-11-19T00:00', 'daily'],
    ['last-month', '2026-10-01T00:00', '2026-11-01T00:00', 'daily'],
  ] as const)('%s at 15:20 UTC on 18 November is %s to %s, %s', (kind, start, end, aggregation) => {
    expect(periodOf({ kind }, NOW)).toEqual({
      startMs: Date.parse(`${start}Z`),
      endMs: Date.parse(`${end}Z`),
      aggregation,
    });
  });

  it('of a leap February last 29 days', () => {
    const march = Date.parse('2028-03-10T00:00:00Z');
    const { startMs, endMs } = periodOf({ kind: 'last-month' }, march);
    expect((endMs - startMs) / DAY_MS).toBe(29);
  });

  it('of two typed days hold both', () => {
    const range = { kind: 'custom', from: '2026-11-01', to: '2026-11-02' } as const;
    expect(periodOf(range, NOW)).toEqual({
      startMs: day('2026-11-01'),
      endMs: day('2026-11-03'),
      aggregation: 'hourly',
    });
  });
});
