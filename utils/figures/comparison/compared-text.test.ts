import { describe, expect, it } from 'vitest';
import { plainSpaces, sayEnglish, saySpanish } from '@/utils/cards/fake-figures';
import type { Interval } from '../time/period';
import { comparedText } from './compared-text';

const of = (from: string, to: string): Interval => ({
  startMs: Date.parse(`${from}Z`),
  endMs: Date.parse(`${to}Z`),
});
const text = (now: Interval, before: Interval, byDay = false) =>
  plainSpaces(comparedText({ now, before, byDay, value: 1, preceding: 1 }, sayEnglish, 'en'));

describe('the words for what was compared', () => {
  it('name days by their first and last', () => {
    expect(
      text(of('2026-11-19T00:00', '2026-11-25T00:00'), of('2026-11-12T00:00', '2026-11-18T00:00')),
    ).toBe('Nov 19 – 24 with Nov 12 – 17');
  });

  it('name one day as one, and years where they differ', () => {
    expect(
      text(of('2027-01-01T00:00', '2027-01-02T00:00'), of('2026-12-01T00:00', '2026-12-02T00:00')),
    ).toBe('Jan 1, 2027 with Dec 1, 2026');
  });

  it('name whole months, and how long they are where that differs', () => {
    const [october, september] = [
      of('2026-10-01T00:00', '2026-11-01T00:00'),
      of('2026-09-01T00:00', '2026-10-01T00:00'),
    ];
    expect(text(october, september, true)).toBe(
      'October (31 days) with September (30 days), by the day',
    );
    expect(
      comparedText(
        { now: october, before: september, byDay: true, value: 1, preceding: 1 },
        saySpanish,
        'es',
      ),
    ).toBe('octubre (31 días) con septiembre (30 días), por día');
  });

  it('name the first and the last day of several months', () => {
    expect(
      text(of('2025-12-01T00:00', '2026-11-01T00:00'), of('2024-12-01T00:00', '2025-11-01T00:00')),
    ).toBe('Dec 1, 2025 – Oct 31, 2026 with Dec 1, 2024 – Oct 31, 2025');
  });

  it('name the minute up to which a cost is compared, in UTC as its days are', () => {
    expect(
      text(of('2026-11-19T00:00', '2026-11-25T16:30'), of('2026-11-12T00:00', '2026-11-18T16:30')),
    ).toBe('Nov 19, 12:00 AM – Nov 25, 4:30 PM UTC with Nov 12, 12:00 AM – Nov 18, 4:30 PM UTC');
  });
});
