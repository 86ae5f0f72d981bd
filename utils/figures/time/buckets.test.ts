import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, costSpans, MAX_COST_SPANS } from './buckets';
import { drawnEndMs, type Period, periodOf } from './period';
import { precedingPeriod } from './preceding-period';
import { DAY_MS, HOUR_MS, type Preset, type Range } from './range';

const NOW = Date.parse('2026-11-18T15:20:00Z'); // a Wednesday
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

const anySpan: fc.Arbitrary<Range> = fc.oneof(
  fc.constantFrom<Range[]>(
    { kind: '24h' },
    { kind: '7d' },
    { kind: '30d' },
    { kind: '90d' },
    { kind: 'this-month' },
    { kind: 'last-month' },
    { kind: '12m' },
  ),
  fc
    .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 3600 }))
    .map(([back, days]) => ({
      kind: 'custom' as const,
      from: new Date(NOW - (back + days) * DAY_MS).toISOString().slice(0, 10),
      to: new Date(NOW - back * DAY_MS).toISOString().slice(0, 10),
    })),
);
const anyRange = fc
  .tuple(anySpan, fc.boolean())
  .map(
    ([range, isByMonth]): Range =>
      isByMonth && range.kind !== '24h' ? { ...range, aggregation: 'monthly' } : range,
  );
/** By months, and wholly to come, in a month that has begun. */
const LATER_THIS_MONTH: Range = {
  kind: 'custom',
  from: '2020-01-31',
  to: '2026-11-18',
  aggregation: 'monthly',
};
const anyNow = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });

describe('cost spans', () => {
  it('tile the period without overlap or gap, thirteen at most', () => {
    fc.assert(
      fc.property(anyRange, anyNow, (range, nowMs) => {
        const period = periodOf(range, nowMs);
        const spans = costSpans(period, nowMs);
        if (period.startMs > nowMs) {
          expect(spans).toEqual([]);
          return;
        }
        expect(spans.length).toBeLessThanOrEqual(MAX_COST_SPANS);
        expect(spans[0]?.startMs).toBe(period.startMs);
        spans.slice(1).forEach((span, index) => {
          expect(span.startMs).toBe(spans[index]?.endMs);
        });
        const end = spans.at(-1)?.endMs ?? 0;
        expect(end).toBeLessThanOrEqual(drawnEndMs(period));
        expect(end > nowMs || end === period.endMs).toBe(true);
      }),
      { examples: [[LATER_THIS_MONTH, Date.UTC(2020, 0, 1)]] },
    );
  });

  it.each<[Preset, number, number]>([
    ['24h', 10, 3 * HOUR_MS],
    ['7d', 7, DAY_MS],
    ['30d', 11, 3 * DAY_MS],
    ['90d', 7, 14 * DAY_MS],
  ])('of %s are %i, %i ms wide', (kind, most, widthMs) => {
    const spans = costSpans(periodOf({ kind }, NOW), NOW);
    expect(spans.length).toBeLessThanOrEqual(most);
    expect(Math.max(...spans.map((s) => s.endMs - s.startMs))).toBe(widthMs);
    expect(spans.filter((s) => s.open)).toHaveLength(1);
  });

  it('of twelve months are calendar months, of which a day later only the last is another one', () => {
    const spansAt = (nowMs: number) => costSpans(periodOf({ kind: '12m' }, nowMs), nowMs);
    const spans = spansAt(NOW);
    expect(spans).toHaveLength(12);
    expect(spans.slice(0, -1)).toEqual(spansAt(NOW + DAY_MS).slice(0, -1));
    expect([spans[2]?.startMs, spans[2]?.endMs].map((ms) => iso(ms ?? 0))).toEqual([
      '2026-02-01T00:00',
      '2026-03-01T00:00',
    ]);
    expect(spans.at(-1)).toMatchObject({ endMs: Date.parse('2026-11-19T00:00Z'), open: true });
  });

  it('of hours that have ended stand beside a span of the hour that runs', () => {
    for (const endMs of [NOW - 20 * 60_000, NOW - 80 * 60_000]) {
      const startMs = endMs - DAY_MS;
      const spans = costSpans({ startMs, endMs, aggregation: 'hourly', cut: 'hours' }, endMs + 1);
      expect(spans.length).toBeLessThanOrEqual(MAX_COST_SPANS);
      expect(spans.at(-1)).toEqual({ startMs: endMs, endMs: endMs + HOUR_MS, open: true });
      expect(spans.slice(0, -1).some((span) => span.open)).toBe(false);
      expect([spans[0]?.startMs, spans.at(-2)?.endMs]).toEqual([startMs, endMs]);
    }
  });

  it('keep the bounds of closed spans from day to day, so that they are asked once', () => {
    const key = (s: { startMs: number; endMs: number }) => `${iso(s.startMs)}/${iso(s.endMs)}`;
    const today = costSpans(periodOf({ kind: '30d' }, NOW), NOW)
      .filter((s) => !s.open)
      .map(key);
    const nextDay = NOW + DAY_MS;
    const tomorrow = costSpans(periodOf({ kind: '30d' }, nextDay), nextDay).map(key);
    expect(tomorrow.filter((span) => !today.includes(span)).length).toBeLessThanOrEqual(3);
  });
});

describe('buckets', () => {
  it('end with the one that contains now', () => {
    const buckets = bucketsOf(periodOf({ kind: '7d' }, NOW), NOW);
    expect(buckets.map(({ startMs }) => iso(startMs))).toEqual([
      '2026-11-12T00:00',
      '2026-11-13T00:00',
      '2026-11-14T00:00',
      '2026-11-15T00:00',
      '2026-11-16T00:00',
      '2026-11-17T00:00',
      '2026-11-18T00:00',
    ]);
    expect(buckets.map(({ open }) => open)).toEqual([...Array(6).fill(false), true]);
  });

  it('have none after now in a period that goes on', () => {
    const period: Period = { startMs: NOW - HOUR_MS, endMs: NOW + DAY_MS, aggregation: 'hourly' };
    expect(bucketsOf(period, NOW).map(({ startMs }) => iso(startMs))).toEqual([
      '2026-11-18T14:00',
      '2026-11-18T15:00',
    ]);
  });

  it('of weeks begin on Mondays, or as the API does', () => {
    const period = periodOf({ kind: '90d' }, NOW);
    expect(iso(bucketsOf(period, NOW)[1]?.startMs ?? 0)).toBe('2026-08-24T00:00');
    const sunday = Date.parse('2026-11-01T00:00:00Z');
    expect(iso(bucketsOf(period, NOW, sunday).at(-1)?.startMs ?? 0)).toBe('2026-11-15T00:00');
  });

  it('of months are calendar months of UTC that begin and end with their period', () => {
    const range = { kind: 'custom', from: '2028-01-15', to: '2028-03-10' } as const;
    const period = periodOf({ ...range, aggregation: 'monthly' }, Date.parse('2028-06-01T00:00Z'));
    const bounds = bucketsOf(period, Date.parse('2028-06-01T00:00Z')).map(
      ({ startMs, endMs, open }) => [iso(startMs), iso(endMs), open],
    );
    expect(bounds).toEqual([
      ['2028-01-15T00:00', '2028-02-01T00:00', false],
      ['2028-02-01T00:00', '2028-03-01T00:00', false],
      ['2028-03-01T00:00', '2028-03-11T00:00', false],
    ]);
  });

  it('of a preceding period end where the period starts', () => {
    const period = periodOf({ kind: '30d' }, NOW);
    expect(bucketsOf(precedingPeriod(period), NOW).at(-1)?.endMs).toBe(period.startMs);
  });
});
