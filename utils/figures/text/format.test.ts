import { describe, expect, it } from 'vitest';
import { sayEnglish } from '@/utils/cards/fake-figures';
import { bucketTitle, clockTime, count, dayRange, money, percentChange } from './format';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const spaces = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('numbers', () => {
  it.each([
    [0, '0'],
    [46.25, '46.3'],
    [9999, '9,999'],
    [128_400, '128.4K'],
  ])('%d is read as %s', (value, text) => expect(count(value, 'en')).toBe(text));

  it.each([
    [12.4, '$12.40'],
    [9.995, '$10.00'],
    [0.0031, '$0.0031'],
    [0.0042, '$0.0042'],
    [0, '$0.00'],
    [-3.5, '-$3.50'],
    [-0, '$0.00'],
    [0.00002, '<$0.0001'],
    [-0.00002, '>-$0.0001'],
    [1e-300, '<$0.0001'],
  ])('%d dollars are %s', (value, text) => expect(money(value, 'en')).toBe(text));

  it('speaks the language of the reader', () => {
    expect(spaces(money(1234.5, 'es'))).toBe('1234,50 $');
    expect(spaces(percentChange(0.375, 'es'))).toBe('+38 %');
  });

  it.each([
    [0.12, '+12%'],
    [-0.034, '-3%'],
    [0.004, '='],
    [-0.004, '='],
  ])('a change of %d is %s', (ratio, text) => expect(percentChange(ratio, 'en')).toBe(text));
});

describe('time', () => {
  it('names UTC days, wherever the reader is', () => {
    const title = bucketTitle({ startMs: day('2026-11-03'), endMs: day('2026-11-04') }, 'en');
    expect(spaces(title)).toBe('Tue, Nov 3, 2026');
    const month = { startMs: day('2028-02-01'), endMs: day('2028-03-01') };
    expect(bucketTitle(month, 'en')).toBe('February 2028');
    const week = { startMs: day('2026-12-28'), endMs: day('2027-01-04') };
    expect(spaces(bucketTitle(week, 'en'))).toBe('Dec 28, 2026 – Jan 3, 2027');
  });

  it('names a range by its first and last day', () => {
    const period = {
      startMs: day('2026-11-03'),
      endMs: day('2026-11-10'),
      aggregation: 'daily' as const,
    };
    expect(spaces(dayRange(period, sayEnglish, 'en'))).toBe('Nov 3 – 9, 2026 UTC');
    const all = { ...period, cut: 'all' as const };
    expect(spaces(dayRange(all, sayEnglish, 'en'))).toBe('All time to Nov 9, 2026 UTC');
  });
});

describe('a time of day', () => {
  it('names its day where that is not today', () => {
    const nowMs = new Date(2026, 10, 25, 22, 0).getTime();
    const today = new Date(2026, 10, 25, 23, 15).getTime();
    const tomorrow = new Date(2026, 10, 26, 9, 15).getTime();
    expect(spaces(clockTime(today, nowMs, 'en'))).toBe('11:15 PM');
    expect(spaces(clockTime(tomorrow, nowMs, 'en'))).toBe('9:15 AM (Thu, Nov 26)');
    expect(spaces(clockTime(tomorrow, nowMs, 'es'))).toBe('9:15 (jue, 26 nov)');
  });
});
