import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCohorts, fillCounts } from './series';
import { type Period, periodOf } from './time/period';
import { HOUR_MS } from './time/range';

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

  it('knows the day of the week from the rows of the period alone', () => {
    const period = periodOf({ kind: '90d' }, NOW);
    const monday = { startMs: day('2026-11-16'), count: 2 };
    const elsewhere = { startMs: day('2027-03-05'), count: 7 };
    const { points } = fillCounts([monday, elsewhere], period, NOW);
    expect(points.at(-1)).toEqual(monday);
  });

  it('has a place for the hour beside the 24 that have ended, and for no other, though its day was asked for', () => {
    const period = periodOf({ kind: '24h' }, NOW);
    const rows = [
      { startMs: Date.parse('2026-11-17T14:00:00Z'), count: 9 },
      { startMs: Date.parse('2026-11-17T15:00:00Z'), count: 1 },
      { startMs: Date.parse('2026-11-18T15:00:00Z'), count: 2 },
      { startMs: Date.parse('2026-11-18T16:00:00Z'), count: 9 },
    ];
    const { points } = fillCounts(rows, period, NOW);
    expect([points.length, points[0]?.count, points[24]?.count]).toEqual([25, 1, 2]);
    expect(points.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(3);
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
