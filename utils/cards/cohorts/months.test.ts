import { expect, it } from 'vitest';
import { periodOf } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import type { CohortData } from './data';
import { drawn } from './months';

const at = (text: string) => Date.parse(`${text}Z`);

/** Days of twelve months by the day, one new user a day, and as many veterans as the month has passed days. */
function dataAt(asOfMs: number): CohortData {
  const period = { ...periodOf({ kind: '12m' }, asOfMs), aggregation: 'daily' as const };
  const days = (of: typeof period) =>
    Array.from({ length: (of.endMs - of.startMs) / DAY_MS }, (_, n) => {
      const startMs = of.startMs + n * DAY_MS;
      return { startMs, newUsers: 1, veteranUsers: new Date(startMs).getUTCDate() };
    });
  const preceding = { points: days({ ...precedingPeriod(period), aggregation: 'daily' }) };
  return { period, asOfMs, points: days(period), preceding, incomplete: false, byMonth: true };
}

it('draws each month as its average day, of the days that have ended', () => {
  const { period, points, preceding } = drawn(dataAt(at('2028-03-04T15:00')));
  expect(period.aggregation).toBe('monthly');
  expect(points).toHaveLength(12);
  expect(points[0]).toEqual({ startMs: at('2027-04-01T00:00'), newUsers: 1, veteranUsers: 15.5 });
  expect(points.at(-2)).toMatchObject({ startMs: at('2028-02-01T00:00'), veteranUsers: 15 });
  expect(points.at(-1)).toMatchObject({ startMs: at('2028-03-01T00:00'), veteranUsers: 2 });
  expect(preceding?.points.map(({ startMs }) => startMs)).toEqual(
    points.map(({ startMs }) => {
      const month = new Date(startMs);
      return Date.UTC(month.getUTCFullYear() - 1, month.getUTCMonth(), 1);
    }),
  );
  // The days before end where ours do.
  expect(preceding?.points.at(-1)?.veteranUsers).toBe(2.5);
});

it('draws the running day alone on the first of a month', () => {
  expect(drawn(dataAt(at('2026-12-01T05:00'))).points.at(-1)).toMatchObject({ veteranUsers: 1 });
});

it('leaves what is not known of every day unknown, and other buckets as they are', () => {
  const data = dataAt(at('2026-12-01T05:00'));
  const points = data.points.map((point) => ({ ...point, newUsers: null }));
  expect(drawn({ ...data, points }).points[3]).toMatchObject({
    newUsers: null,
    veteranUsers: 15.5,
  });
  const daily = { ...data, byMonth: false };
  expect(drawn(daily)).toBe(daily);
});
