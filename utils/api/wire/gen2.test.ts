import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, utcDay } from '@/utils/figures/time/range';
import { parseFinances, parseRatings, parseUsers, sumOf } from './gen2';

const asked = { users: ['ada'], org: 'acme', mentorId: null };
const bad = { ok: false, failure: { kind: 'bad-response' } };

/** A year of daily costs, in units of 0.00001 dollar. */
const year = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 366, maxLength: 366 });
const dayOf = (index: number) => utcDay(Date.UTC(2028, 0, 1) + index * DAY_MS);

describe('the costs of a year of days', () => {
  it.each([
    ['text', (units: number) => (units / 1e5).toFixed(5)],
    ['numbers', (units: number) => units / 1e5],
  ] as const)('add up to the last digit, as %s', (_, write) => {
    fc.assert(
      fc.property(year, (units) => {
        const exact = units.reduce((sum, unit) => sum + unit, 0);
        const overtime = units.map((unit, index) => ({ date: dayOf(index), value: write(unit) }));
        const read = parseFinances({ value: write(exact), overtime }, asked);
        const { total, days } = read.ok ? read.value : { total: null, days: [] };
        expect(days).toHaveLength(366);
        expect(sumOf(days.map(({ value }) => value))).toBe(exact / 1e5);
        expect(total).toBe(exact / 1e5);
      }),
      { numRuns: 30 },
    );
  });

  it('are unknown as a sum where one of them is', () => {
    expect(sumOf([1, null, 2])).toBeNull();
    expect(sumOf([])).toBe(0);
  });
});

describe('the second generation', () => {
  it('is not believed where it names somebody else', () => {
    const finances = { value: '1', overtime: [] };
    expect(parseFinances({ ...finances, filters: { username: 'bob' } }, asked)).toEqual(bad);
    expect(parseFinances({ ...finances, filters: { platform_key: 'globex' } }, asked)).toEqual(bad);
    expect(parseFinances({ ...finances, filters: { username: 'ada' } }, asked).ok).toBe(true);
  });

  it('gives no figure for what is none', () => {
    expect(parseFinances({ value: 'NaN', overtime: [] }, asked)).toEqual(bad);
    expect(parseFinances({ value: 1, overtime: [{ date: 'soon', value: 1 }] }, asked)).toEqual(bad);
    expect(parseUsers({ count: -1, points: [] }, asked)).toEqual(bad);
    expect(parseRatings({ points: [{ value: 4 }] }, asked)).toEqual(bad);
  });

  it('fills days without a rating with zeros, which no rating is', () => {
    const points = [
      { date: '2026-03-01', value: 0 },
      { date: '2026-03-02', value: '4.5' },
    ];
    expect(parseRatings({ points }, asked)).toEqual({
      ok: true,
      value: [{ startMs: Date.UTC(2026, 2, 2), value: 4.5 }],
    });
  });
});
