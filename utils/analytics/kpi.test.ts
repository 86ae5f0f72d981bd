import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CohortData, CostData } from './card-data';
import { changeOf, costMismatch, kpis, sumMoney } from './kpi';
import { DAY_MS } from './range';

const period = { startMs: 0, endMs: 3 * DAY_MS, aggregation: 'daily' as const };

const cohorts = (points: [number | null, number | null][]): CohortData => ({
  period,
  points: points.map(([newUsers, veteranUsers], i) => ({
    startMs: i * DAY_MS,
    newUsers,
    veteranUsers,
  })),
  preceding: { newUsers: 10, veteranAverage: 0, points: [] },
  incomplete: false,
});

const cost = (total: number, costs: (number | null)[]): CostData => ({
  period,
  total,
  spans: costs.map((c, i) => ({
    startMs: i * DAY_MS,
    endMs: (i + 1) * DAY_MS,
    open: false,
    cost: c,
  })),
  precedingTotal: null,
  precedingSpans: null,
});

describe('headline figures', () => {
  it('add new users up, and average veterans, who return', () => {
    const figures = kpis({
      cohorts: cohorts([
        [5, 10],
        [7, 30],
        [3, 20],
      ]),
    });
    expect(figures['new-users']).toMatchObject({ value: 15, preceding: 10, change: 0.5 });
    expect(figures['veteran-users']).toMatchObject({
      value: 20,
      change: null,
      peak: { value: 30, startMs: DAY_MS },
    });
  });

  it('leave out what is unknown, and are unknown when nothing is known', () => {
    const figures = kpis({
      cohorts: cohorts([
        [5, null],
        [null, null],
      ]),
    });
    expect(figures['new-users'].value).toBe(5);
    expect(figures['veteran-users'].value).toBeNull();
    expect(kpis({}).cost).toEqual({ value: null, preceding: null, change: null, trend: [] });
  });

  it('know an empty series as zero', () => {
    expect(kpis({ cohorts: cohorts([]) })['new-users'].value).toBe(0);
  });

  it('take the cost from the total that the API gave', () => {
    expect(kpis({ cost: cost(12.345, [1, 2, 3]) }).cost.value).toBe(12.345);
  });

  it('never make a percentage of nothing', () => {
    expect([changeOf(3, 0), changeOf(3, null), changeOf(null, 3), changeOf(3, -1)]).toEqual(
      Array(4).fill(null),
    );
    expect(changeOf(0, 4)).toBe(-1);
  });
});

describe('money', () => {
  it('adds up to the cent over a year of days', () => {
    expect(sumMoney(Array(365).fill(0.1))).toBe(36.5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000_00 })), (cents) => {
        const exact = cents.reduce((sum, c) => sum + c, 0) / 100;
        expect(sumMoney(cents.map((c) => c / 100))).toBeCloseTo(exact, 6);
      }),
    );
  });

  it('says by how much the bars miss the total', () => {
    expect(costMismatch(cost(6, [1, 2, 3]))).toBeNull();
    expect(costMismatch(cost(6.004, [1, 2, 3]))).toBeNull();
    expect(costMismatch(cost(6.5, [1, 2, 3]))).toBe(0.5);
    expect(costMismatch(cost(6.5, [1, null, 3]))).toBeNull();
  });
});
