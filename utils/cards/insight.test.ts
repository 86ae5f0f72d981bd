import { describe, expect, it } from 'vitest';
import { periodOf } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import {
  cohortsOf,
  costOf,
  daysFrom,
  feedbackOf,
  plainSpaces,
  START_MS,
  sayEnglish,
  saySpanish,
} from './fake-figures';
import { headline } from './insight';

const text = (cards: Parameters<typeof headline>[0]) => {
  const sentence = headline(cards, sayEnglish, 'en');
  return sentence && plainSpaces(sentence);
};

describe('the sentence at the top', () => {
  it('names what changed most, and the day that carries it', () => {
    expect(text({ cost: costOf([1, 1, 1, 1, 1, 1, 8], 10) })).toBe(
      'Cost up 40% on the 7 days before, 57% of it on Tuesday, Nov 17.',
    );
  });

  it('names no day where none stands out, and none where it went down', () => {
    expect(text({ cost: costOf([2, 2, 2, 2, 2, 2, 2], 10) })).toBe(
      'Cost up 40% on the 7 days before.',
    );
    expect(text({ feedback: feedbackOf([0, 0, 5, 0, 0, 0, 0], 10) })).toBe(
      'Feedback down 50% on the 7 days before.',
    );
  });

  it('chooses the largest change', () => {
    const cards = {
      cost: costOf([2, 2, 2, 2, 2, 2, 2], 10),
      feedback: feedbackOf([3, 3, 3, 3, 3, 3, 3], 10),
    };
    expect(text(cards)).toMatch(/^Feedback up 110%/);
  });

  it('chooses among people and ratings too, the latter where enough rated, and names no day of them', () => {
    const { startMs, endMs } = daysFrom(START_MS, 3);
    const before = { startMs: startMs - 3 * DAY_MS, endMs: startMs };
    const compared = { now: { startMs, endMs }, before, byDay: false };
    const base = { period: daysFrom(START_MS, 3), asOfMs: endMs };
    const active = [40, 5, 5].map((count, i) => ({
      ...{ startMs: START_MS + i * DAY_MS, active: count, registered: null },
    }));
    const users = { ...base, points: active, active: 45, registered: null };
    expect(
      text({ 'active-users': { ...users, compared: { ...compared, value: 45, preceding: 30 } } }),
    ).toBe('Active users up 50% on the 3 days before.');
    const rated = { points: [], average: 4.4, compared: { ...compared, value: 4.4, preceding: 4 } };
    const ratings = (count: number) => ({
      ratings: { ...base, ...rated, counted: { average: 4.4, rated: count } },
    });
    expect(text(ratings(20))).toBe('Average rating up 10% on the 3 days before.');
    expect(text(ratings(19))).toBeNull();
  });

  it('is silent where the figures do not carry it', () => {
    expect(text({})).toBeNull();
    expect(text({ cost: costOf([0.5, 0.2], 0.3) })).toBeNull();
    expect(text({ cost: costOf([10, 0.5], 10) })).toBeNull();
    expect(text({ cost: costOf([10], null) })).toBeNull();
    expect(text({ feedback: feedbackOf([9], 2) })).toBeNull();
  });

  it('names more than a day by its first and last, as far as they are in the range', () => {
    const threeDays = costOf([1, 1, 8, 1], 5);
    const bounds = { startMs: START_MS, endMs: START_MS + 12 * DAY_MS };
    const cost = {
      ...threeDays,
      period: daysFrom(START_MS, 12),
      asOfMs: bounds.endMs,
      compared: threeDays.compared && { ...threeDays.compared, now: bounds },
      spans: threeDays.spans.map((span, i) => ({
        ...span,
        startMs: START_MS + 3 * i * DAY_MS,
        endMs: START_MS + 3 * (i + 1) * DAY_MS,
      })),
    };
    expect(text({ cost })).toBe(
      'Cost up 120% on the 12 days before, 73% of it within Nov 17 – 19, 2026.',
    );
    const weeksOf = (counts: number[], startMs: number) =>
      counts.map((count, i) => ({ startMs: startMs + 7 * i * DAY_MS, count }));
    const weekly = daysFrom(START_MS + 2 * DAY_MS, 21);
    const feedback = {
      period: { ...weekly, aggregation: 'weekly' as const },
      asOfMs: weekly.endMs,
      points: weeksOf([30, 1, 1, 0], START_MS),
      preceding: { points: weeksOf([10, 0, 0, 0], START_MS - 21 * DAY_MS) },
    };
    expect(text({ feedback })).toContain('94% of it within Nov 13 – 17, 2026.');
  });

  it('names no part of a whole that the parts do not make up', () => {
    expect(text({ cost: costOf([1, 1, 8], 5, 20) })).toBe('Cost up 300% on the 3 days before.');
    expect(text({ cost: costOf([1, null, 8], 5, 10) })).toBe('Cost up 100% on the 3 days before.');
  });

  it('names no part that is more than the whole, as credits make it', () => {
    expect(text({ cost: costOf([9, 1, -4], 3) })).toBe('Cost up 100% on the 3 days before.');
  });

  it('takes no missing number for a change', () => {
    const cohorts = cohortsOf([
      [2, 9],
      [null, 9],
    ]);
    expect(text({ cohorts })).toBeNull();
    expect(text({ cohorts: { ...cohortsOf([[2, 9]]), incomplete: true } })).toBeNull();
    expect(text({ cohorts: cohortsOf([[2, 9]]) })).toBe('New users down 80% on the day before.');
    expect(text({ feedback: feedbackOf([null, 30], 10) })).toBeNull();
  });

  it('says it in Spanish too, for one day as for many', () => {
    const spanish = (days: number) =>
      headline({ cost: costOf(Array(days).fill(14 / days), 10) }, saySpanish, 'es') ?? '';
    expect(plainSpaces(spanish(7))).toBe('Coste: 40 % más respecto a los 7 días anteriores.');
    expect(plainSpaces(spanish(1))).toBe('Coste: 40 % más respecto al día anterior.');
  });

  it('counts in hours where the range does', () => {
    const startMs = START_MS + 3_600_000;
    const period = {
      ...{ startMs, endMs: startMs + DAY_MS },
      aggregation: 'hourly' as const,
      cut: 'hours' as const,
    };
    expect(text({ cost: { ...costOf([14], 10), period } })).toBe(
      'Cost up 40% on the 24 hours before.',
    );
  });

  it('speaks of what has ended while the range runs, and of months by their names', () => {
    const running = costOf([2, 2, 2, 2, 2, 2, 2], 10);
    const half = { startMs: START_MS, endMs: START_MS + 6.5 * DAY_MS };
    const compared = running.compared && { ...running.compared, now: half };
    expect(text({ cost: { ...running, compared } })).toBe(
      'Cost up 40% on the same part of the 7 days before.',
    );
    const month = (nowMs: number, byDay: boolean, kind: 'this-month' | 'last-month') => {
      const period = periodOf({ kind }, nowMs);
      const before = precedingPeriod(period);
      const of = ({ startMs, endMs }: { startMs: number; endMs: number }) => ({ startMs, endMs });
      const value = { value: 14, preceding: 10, byDay, now: of(period), before: of(before) };
      return text({ cost: { ...running, period, compared: value } });
    };
    const now = Date.parse('2026-11-18T15:20Z');
    expect(month(now, false, 'this-month')).toBe('Cost up 40% on the same days of October.');
    expect(month(now, false, 'last-month')).toBe('Cost up 40% on September.');
    expect(month(now, true, 'last-month')).toBe('Cost up 40% on September, by the day.');
  });
});
