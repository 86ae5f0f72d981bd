import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, sumMoney, UNKNOWN_KPI } from '@/utils/figures/kpi';
import { DAY_MS } from '@/utils/figures/time/range';
import { costMismatch } from './cost/kpi';
import { cohortsOf, costOf, START_MS } from './fake-figures';
import { kpis } from './kpis';

describe('headline figures', () => {
  it('add new users up, and average veterans, who return', () => {
    const figures = kpis({
      cohorts: cohortsOf([
        [5, 10],
        [7, 30],
        [3, 20],
      ]),
    });
    expect(figures['new-users']).toMatchObject({ value: 15, preceding: 10, change: 0.5 });
    expect(figures['veteran-users']).toMatchObject({
      value: 20,
      change: null,
      peak: { value: 30, startMs: START_MS + DAY_MS },
    });
  });

  it('leave out what is unknown, and are unknown when nothing is known', () => {
    const figures = kpis({
      cohorts: cohortsOf([
        [5, null],
        [null, null],
      ]),
    });
    expect(figures['new-users']?.value).toBe(5);
    expect(figures['veteran-users']?.value).toBeNull();
    expect(kpis({}).cost).toEqual(UNKNOWN_KPI);
  });

  it('know an empty series as zero', () => {
    expect(kpis({ cohorts: cohortsOf([]) })['new-users']?.value).toBe(0);
  });

  it('take the cost from the total that the API gave', () => {
    expect(kpis({ cost: costOf([1, 2, 3], null, 12.345) }).cost?.value).toBe(12.345);
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
    expect(costMismatch(costOf([1, 2, 3], null, 6))).toBeNull();
    expect(costMismatch(costOf([1, 2, 3], null, 6.004))).toBeNull();
    expect(costMismatch(costOf([1, 2, 3], null, 6.5))).toBe(0.5);
    expect(costMismatch(costOf([1, null, 3], null, 6.5))).toBeNull();
  });
});
