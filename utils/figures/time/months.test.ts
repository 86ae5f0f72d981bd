import { describe, expect, it } from 'vitest';
import { monthIndex, monthOf, monthStart, shiftMonths } from './months';

const at = (text: string) => Date.parse(`${text}Z`);

describe('months', () => {
  it('belong to the UTC day, in whatever zone the reader is', () => {
    expect(monthOf(at('2026-11-30T23:59:59'))).toEqual({
      startMs: at('2026-11-01T00:00'),
      endMs: at('2026-12-01T00:00'),
    });
    expect(monthOf(at('2026-12-01T00:00')).startMs).toBe(at('2026-12-01T00:00'));
  });

  it('are counted over years, and before 1970 too', () => {
    for (const day of ['1969-12-31T12:00', '1970-01-01T00:00', '2024-02-29T05:00']) {
      const index = monthIndex(at(day));
      expect(monthStart(index)).toBeLessThanOrEqual(at(day));
      expect(monthStart(index + 1)).toBeGreaterThan(at(day));
    }
  });

  it.each([
    ['2026-03-15T10:00', -1, '2026-02-15T10:00'],
    ['2026-03-31T10:00', -1, '2026-03-01T00:00'],
    ['2024-03-31T00:00', -1, '2024-03-01T00:00'],
    ['2024-02-29T12:00', -12, '2023-03-01T00:00'],
    ['2024-02-29T12:00', 12, '2025-03-01T00:00'],
    ['2025-02-28T12:00', -12, '2024-02-28T12:00'],
    ['2026-01-01T00:00', -1, '2025-12-01T00:00'],
  ])('%s shifted by %i lies at %s', (from, months, to) => {
    expect(shiftMonths(at(from), months)).toBe(at(to));
  });
});
