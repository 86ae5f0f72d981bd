import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBucketStart, parseTime } from './time';

const noon = Date.UTC(2026, 1, 15, 12);

describe('parseTime', () => {
  it.each([
    ['2026-02-15T12:00:00Z', noon],
    ['2026-02-15T12:00:00', noon],
    ['2026-02-15 12:00:00', noon],
    ['2026-02-15T12:00', noon],
    ['2026-02-15t12:00:00z', noon],
    ['2026-02-15T12:00:00.250000+00:00', noon + 250],
    ['2026-02-15T17:30:00+05:30', noon],
    ['2026-02-15T04:00:00-0800', noon],
    ['2026-02-15 12:00:00+00', noon],
    ['2026-02-15T13:00:00+01', noon],
    ['2026-02-15', noon - 12 * 3_600_000],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2025-06-30T23:59:60Z', Date.UTC(2025, 6, 1)],
  ])('fault 37: %s, without a zone it is UTC', (text, ms) => {
    expect(parseTime(text)).toBe(ms);
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2025-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-04-31T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:00+25:00',
    '20260101',
    'yesterday',
    '',
    '0',
  ])('fault 37: there is no %s', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('fault 37: the hour which a clock change repeats is two instants', () => {
    const first = parseTime('2026-10-25T02:00:00+02:00');
    expect(parseTime('2026-10-25T02:00:00+01:00')).toBe((first ?? 0) + 3_600_000);
  });

  it('fault 37: the midnight of another zone begins the day that is written', () => {
    const day = Date.UTC(2026, 1, 15);
    for (const text of [
      '2026-02-15',
      '2026-02-15T00:00:00Z',
      '2026-02-15T00:00:00+05:30',
      '2026-02-15 00:00:00.000-08',
    ]) {
      expect(parseBucketStart(text)).toBe(day);
    }
    expect(parseBucketStart('2026-02-15T00:00:00+05:30', true)).toBe(day - 5.5 * 3_600_000);
    expect(parseBucketStart('2026-02-15T01:00:00+01:00')).toBe(day);
  });

  it('reads back every instant that JavaScript writes, and throws on no text', () => {
    const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(dates, (date) => parseTime(date.toISOString()) === date.getTime()));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const ms = parseTime(text);
        return ms === null || Number.isFinite(ms);
      }),
    );
  });
});
