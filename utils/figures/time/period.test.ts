import { describe, expect, it } from 'vitest';
import { drawnEndMs, type Period, periodOf, queryDays } from './period';
import { intervalsBefore, precedingPeriod } from './preceding-period';
import { DAY_MS, HOUR_MS } from './range';
import { sinceFirst } from './since-first';

const NOW = Date.parse('2026-11-18T15:20:00Z');
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const WEEK: Period = periodOf({ kind: '7d' }, NOW);

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

  it('of weeks that still run reach to tomorrow', () => {
    expect(queryDays(periodOf({ kind: '90d' }, NOW), NOW)).toEqual({
      start_date: '2026-08-21',
      end_date: '2026-11-19',
    });
  });

  it('of 24 hours take in both days', () => {
    expect(queryDays(periodOf({ kind: '24h' }, NOW), NOW)).toEqual({
      start_date: '2026-11-17',
      end_date: '2026-11-19',
    });
  });
});

describe('periods', () => {
  it('of today begin with the UTC day and run by the hour, twelve months with the first of a month', () => {
    const now = Date.parse('2026-11-19T14:20:00Z');
    const endMs = day('2026-11-20');
    expect(periodOf({ kind: 'today' }, now)).toEqual({
      startMs: day('2026-11-19'),
      endMs,
      aggregation: 'hourly',
    });
    expect(periodOf({ kind: '12m' }, now)).toEqual({
      startMs: day('2025-12-01'),
      endMs,
      aggregation: 'monthly',
      cut: 'month',
    });
  });

  it.each([
    'Pacific/Kiritimati',
    'America/Los_Angeles',
    'Asia/Kolkata',
  ])('are of UTC days in %s too, where it is another day, month and year', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      const newYear = Date.parse('2027-01-01T05:00:00Z');
      expect(new Date(newYear).getTimezoneOffset()).not.toBe(0);
      const [from, to] = [day('2027-01-01'), day('2027-01-02')];
      expect(periodOf({ kind: 'this-month' }, newYear)).toMatchObject({ startMs: from, endMs: to });
      expect(periodOf({ kind: 'last-month' }, newYear)).toMatchObject({
        startMs: day('2026-12-01'),
        endMs: from,
      });
      const year = periodOf({ kind: '12m' }, newYear);
      expect(year).toMatchObject({ startMs: day('2026-02-01'), endMs: to });
      expect(precedingPeriod(year)).toMatchObject({
        startMs: day('2025-02-01'),
        endMs: day('2026-01-02'),
      });
      expect(queryDays(periodOf({ kind: '7d' }, newYear), newYear)).toEqual({
        start_date: '2026-12-26',
        end_date: '2027-01-02',
      });
    } finally {
      process.env.TZ = before;
    }
  });

  it.each([
    ['24h', '2026-11-17T15:00', '2026-11-18T15:00', 'hourly'],
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
      ...(kind.endsWith('month') && { cut: 'month' }),
      ...(kind === '24h' && { cut: 'hours' }),
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

  it.each([
    ['2026-11-18T00:00:00Z', 'this-month', '2026-11-01', '2026-11-19'],
    ['2026-11-30T23:59:59.999Z', 'this-month', '2026-11-01', '2026-12-01'],
    ['2026-12-01T00:00:00Z', 'this-month', '2026-12-01', '2026-12-02'],
    ['2027-01-31T12:00:00Z', 'last-month', '2026-12-01', '2027-01-01'],
    ['2026-03-31T12:00:00Z', 'last-month', '2026-02-01', '2026-03-01'],
  ] as const)('at %s %s is %s to %s', (now, kind, start, end) => {
    const { startMs, endMs } = periodOf({ kind }, Date.parse(now));
    expect([startMs, endMs]).toEqual([day(start), day(end)]);
  });

  it('never go beyond today, which would be compared with a range run to its end', () => {
    const range = { kind: 'custom', from: '2026-11-01', to: '2026-11-30' } as const;
    expect(periodOf(range, NOW).endMs).toBe(day('2026-11-19'));
    const future = { kind: 'custom', from: '2026-12-01', to: '2026-12-09' } as const;
    expect(periodOf(future, NOW)).toMatchObject({ startMs: day('2026-12-01') });
    expect(periodOf(future, NOW).endMs).toBe(day('2026-12-02'));
  });

  it('are hourly to two days, daily to sixty, then weekly, unless asked otherwise', () => {
    const of = (to: string) =>
      periodOf({ kind: 'custom', from: '2026-01-01', to }, NOW).aggregation;
    expect([of('2026-01-02'), of('2026-01-03'), of('2026-03-01'), of('2026-03-02')]).toEqual([
      'hourly',
      'daily',
      'daily',
      'weekly',
    ]);
    expect(periodOf({ kind: '90d', aggregation: 'daily' }, NOW).aggregation).toBe('daily');
  });

  it('follow each other without a gap, in equal length', () => {
    const before = precedingPeriod(WEEK);
    expect(before.endMs).toBe(WEEK.startMs);
    expect(before.endMs - before.startMs).toBe(7 * DAY_MS);
  });

  it.each([
    // Month so far: the same number of days of the month before.
    ['2026-11-18T15:20Z', 'this-month', '2026-10-01', '2026-10-19'],
    ['2026-11-01T00:00Z', 'this-month', '2026-10-01', '2026-10-02'],
    ['2026-03-31T15:20Z', 'this-month', '2026-02-01', '2026-03-01'],
    ['2026-03-30T15:20Z', 'this-month', '2026-02-01', '2026-03-01'],
    ['2026-11-30T23:59Z', 'this-month', '2026-10-01', '2026-11-01'],
    ['2027-01-05T15:20Z', 'this-month', '2026-12-01', '2026-12-06'],
    // Whole month: the whole month before.
    ['2026-11-18T15:20Z', 'last-month', '2026-09-01', '2026-10-01'],
    ['2026-03-18T15:20Z', 'last-month', '2026-01-01', '2026-02-01'],
    ['2028-04-18T15:20Z', 'last-month', '2028-02-01', '2028-03-01'],
    // Twelve months: those before from the first of a month on, to the same day.
    ['2026-11-18T15:20Z', '12m', '2024-12-01', '2025-11-19'],
    ['2026-11-30T23:59Z', '12m', '2024-12-01', '2025-12-01'],
    ['2026-12-01T00:00Z', '12m', '2025-01-01', '2025-12-02'],
    ['2028-02-29T15:20Z', '12m', '2026-03-01', '2027-03-01'],
    ['2028-02-28T15:20Z', '12m', '2026-03-01', '2027-03-01'],
    ['2029-02-28T15:20Z', '12m', '2027-03-01', '2028-03-01'],
  ] as const)('at %s, %s is compared with %s to %s', (now, kind, start, end) => {
    const before = precedingPeriod(periodOf({ kind }, Date.parse(now)));
    expect([before.startMs, before.endMs]).toEqual([day(start), day(end)]);
  });

  it('of all time begin with the month of the first figure, and nothing is before them', () => {
    const period = periodOf({ kind: 'all' }, NOW);
    expect(period).toMatchObject({ endMs: day('2026-11-19'), aggregation: 'monthly', cut: 'all' });
    expect(sinceFirst(period, [day('2025-03-09'), day('2024-02-29')])).toEqual({
      ...period,
      startMs: day('2024-02-01'),
    });
    expect(sinceFirst(period, [])).toBe(period);
    expect(sinceFirst(WEEK, [day('2026-11-15')])).toBe(WEEK);
    const before = precedingPeriod(period);
    expect(before.endMs).toBe(before.startMs);
    expect(intervalsBefore([WEEK], period)).toEqual([]);
    // However the range would be drawn otherwise.
    expect(periodOf({ kind: 'all', aggregation: 'daily' }, NOW)).toEqual(period);
  });

  it('of two years by the month are compared by the month where they begin with one', () => {
    const of = (from: string, to: string) => {
      const range = { kind: 'custom', from, to, aggregation: 'monthly' } as const;
      const { startMs, endMs } = precedingPeriod(periodOf(range, NOW));
      return [startMs, endMs];
    };
    expect(of('2024-01-01', '2025-12-31')).toEqual([day('2022-01-01'), day('2024-01-01')]);
    // Days have no counterpart in a range that begins within a month: it is as long as this one.
    expect(of('2026-03-15', '2026-06-20')).toEqual([day('2025-12-07'), day('2026-03-15')]);
  });

  it('move a month to the same one of the months before, over a leap day too', () => {
    const period = periodOf({ kind: '12m' }, Date.parse('2028-11-18T15:20Z'));
    const of = (from: string, to: string) => ({ startMs: day(from), endMs: day(to) });
    expect(
      intervalsBefore([of('2028-02-01', '2028-03-01'), of('2028-11-01', '2028-11-19')], period),
    ).toEqual([of('2027-02-01', '2027-03-01'), of('2027-11-01', '2027-11-19')]);
  });

  it('move a day of a month to the same day of the month before, if that has one', () => {
    const march = periodOf({ kind: 'this-month' }, Date.parse('2026-03-31T15:20Z'));
    const of = (from: string, to: string) => ({ startMs: day(from), endMs: day(to) });
    expect(
      intervalsBefore(
        [
          of('2026-03-02', '2026-03-03'),
          of('2026-03-27', '2026-03-30'),
          of('2026-03-30', '2026-04-01'),
        ],
        march,
      ),
    ).toEqual([of('2026-02-02', '2026-02-03'), of('2026-02-27', '2026-03-01')]);
  });

  it('of hours that have ended are drawn with the hour beside them, and so are those before', () => {
    const endMs = Date.parse('2026-11-18T15:00Z');
    const period: Period = { startMs: endMs - DAY_MS, endMs, aggregation: 'hourly', cut: 'hours' };
    const beside = { startMs: endMs, endMs: endMs + HOUR_MS };
    expect(drawnEndMs(period)).toBe(beside.endMs);
    expect(intervalsBefore([beside], period)).toEqual([
      { startMs: endMs - DAY_MS, endMs: endMs - DAY_MS + HOUR_MS },
    ]);
  });
});
