import { describe, expect, it } from 'vitest';
import { checkCustomRange, dayStartMs, rangeKey, rangeSchema, utcDay } from './range';

const NOW = Date.parse('2026-11-18T15:20:00Z');

describe('a UTC day', () => {
  it.each([
    ['2026-11-18', '2026-11-18T00:00:00Z'],
    ['2028-02-29', '2028-02-29T00:00:00Z'],
  ])('%s begins at %s', (day, instant) => expect(dayStartMs(day)).toBe(Date.parse(instant)));

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-1-1',
    '',
    '2026-11-18T00',
    '__proto__',
  ])('is not %j', (text) => expect(dayStartMs(text)).toBeNull());

  it('lasts to its last millisecond', () => {
    expect(utcDay(Date.parse('2026-12-31T23:59:59.999Z'))).toBe('2026-12-31');
    expect(utcDay(Date.parse('2027-01-01T00:00:00Z'))).toBe('2027-01-01');
  });
});

describe('a typed range', () => {
  it('is both days and what lies between', () => {
    expect(checkCustomRange('2026-11-01', '2026-11-18', NOW)).toEqual({
      ok: true,
      range: { kind: 'custom', from: '2026-11-01', to: '2026-11-18' },
    });
  });

  it.each([
    ['2026-02-30', '2026-11-02', 'from', 'range_not_a_day'],
    ['2026-11-01', '', 'to', 'range_not_a_day'],
    ['2026-11-19', '2026-11-20', 'from', 'range_in_future'],
    ['2026-11-02', '2026-11-01', 'to', 'range_ends_before'],
    ['0020-11-01', '0020-11-18', 'from', 'range_too_early'],
    ['2010-01-01', '2026-11-01', 'from', 'range_too_long'],
  ])('from %j to %j is refused at %s: %s', (from, to, field, text) => {
    expect(checkCustomRange(from, to, NOW)).toEqual({ ok: false, field, text });
  });
});

describe('a stored range', () => {
  it('is taken as it was written', () => {
    const range = { kind: 'custom', from: '2026-11-01', to: '2026-11-02', aggregation: 'hourly' };
    expect(rangeSchema.parse(range)).toEqual(range);
  });

  it.each([
    { kind: 'custom', from: '2026-11-02', to: '2026-11-01' },
    { kind: 'custom', from: '0001-01-01', to: '9999-12-31', aggregation: 'hourly' },
    { kind: 'custom', from: '2026-02-30', to: '2026-03-01' },
    { kind: 'year' },
    { kind: '7d', aggregation: 'yearly' },
    null,
  ])('is not %j', (value) => expect(rangeSchema.safeParse(value).success).toBe(false));

  it('has one key for each question', () => {
    const from = '2026-11-01';
    const keys = [
      rangeKey({ kind: '7d' }),
      rangeKey({ kind: '7d', aggregation: 'hourly' }),
      rangeKey({ kind: 'custom', from, to: '2026-11-02' }),
      rangeKey({ kind: 'custom', from, to: '2026-11-03' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
