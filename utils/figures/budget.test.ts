import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlook, stepReached } from './budget';
import { monthOf } from './time/months';
import { DAY_MS } from './time/range';

const at = (day: number, hour = 0) => Date.UTC(2026, 2, day, hour);

describe('the outlook of a month', () => {
  it('foretells the end at the pace so far, and the day the budget is spent', () => {
    // Ten of March's 31 days: $40 of $100.
    const { share, projected, runsOutMs } = outlook({ total: 40, asOfMs: at(11) }, 100);
    expect(share).toBe(0.4);
    expect(projected).toBeCloseTo(124, 6);
    expect(runsOutMs).toBe(at(26));
  });

  it('names no day for a budget that lasts, or is spent already', () => {
    expect(outlook({ total: 20, asOfMs: at(11) }, 100).runsOutMs).toBeNull();
    expect(outlook({ total: 120, asOfMs: at(11) }, 100)).toMatchObject({
      share: 1.2,
      runsOutMs: null,
    });
  });

  it('foretells nothing from the first two days, from nothing, and from a credit', () => {
    expect(outlook({ total: 5, asOfMs: at(2, 23) }, 100).projected).toBeNull();
    expect(outlook({ total: 0, asOfMs: at(20) }, 100).projected).toBeNull();
    expect(outlook({ total: -3, asOfMs: at(20) }, 100)).toMatchObject({
      projected: null,
      runsOutMs: null,
    });
  });

  it.each([
    ['the first instant', Date.UTC(2026, 1, 1)],
    ['the 1st', Date.UTC(2026, 1, 1, 23, 59)],
  ])('foretells nothing on %s of a month', (_, asOfMs) =>
    expect(outlook({ total: 30, asOfMs }, 100)).toEqual({
      share: 0.3,
      projected: null,
      runsOutMs: null,
    }));

  it.each([
    ['of a short February', Date.UTC(2026, 1, 28, 12), 28],
    ['of a leap February', Date.UTC(2028, 1, 29, 12), 29],
    ['of December', Date.UTC(2026, 11, 31, 12), 31],
  ])('foretells on the last day %s what the rest of it adds', (_, asOfMs, days) => {
    const { share, projected, runsOutMs } = outlook({ total: days - 0.5, asOfMs }, days);
    expect(projected).toBeCloseTo(days, 6);
    expect(share).toBeLessThan(1);
    expect(runsOutMs).toBeNull();
    const tight = outlook({ total: days - 0.5, asOfMs }, days - 0.25);
    expect(tight.runsOutMs).toBeGreaterThan(asOfMs);
    expect(tight.runsOutMs).toBeLessThan(monthOf(asOfMs).endMs);
  });

  it('foretells in February by its 28 days', () => {
    const asOfMs = Date.UTC(2026, 1, 15);
    expect(outlook({ total: 14, asOfMs }, 100).projected).toBeCloseTo(28, 6);
  });

  it('never foretells less than is spent, nor a day outside the month', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 100);
    const when = fc.integer({ min: at(3), max: at(31, 23) });
    fc.assert(
      fc.property(cents, cents, when, (total, budget, asOfMs) => {
        const { projected, runsOutMs } = outlook({ total, asOfMs }, budget);
        expect(projected).toBeGreaterThanOrEqual(total * 0.999_999);
        if (runsOutMs !== null) {
          expect(runsOutMs).toBeGreaterThanOrEqual(asOfMs - 1);
          expect(runsOutMs).toBeLessThan(monthOf(asOfMs).endMs);
        }
      }),
    );
  });
});

it('a month is the calendar’s, in UTC', () => {
  expect(monthOf(Date.UTC(2026, 11, 31, 23, 59))).toEqual({
    startMs: Date.UTC(2026, 11, 1),
    endMs: Date.UTC(2027, 0, 1),
  });
  const { startMs, endMs } = monthOf(Date.UTC(2028, 1, 5));
  expect((endMs - startMs) / DAY_MS).toBe(29);
});

it.each([
  [0.79, null],
  [0.8, 0.8],
  [0.999, 0.8],
  [1, 1],
  [7, 1],
  [-1, null],
])('at a share of %d the step reached is %j', (share, step) =>
  expect(stepReached(share)).toBe(step));
