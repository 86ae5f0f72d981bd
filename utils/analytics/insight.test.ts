import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import type { Say } from '@/utils/failure';
import type { CostData, FeedbackData } from './card-data';
import { headline } from './insight';
import { DAY_MS } from './range';

const say: Say = (key, ...values) =>
  messages[key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));
const start = Date.parse('2026-11-11T00:00:00Z'); // a Wednesday
const period = { startMs: start, endMs: start + 7 * DAY_MS, aggregation: 'daily' as const };

const cost = (costs: number[], precedingTotal: number | null): CostData => ({
  period,
  total: costs.reduce((a, b) => a + b, 0),
  spans: costs.map((c, i) => ({
    startMs: start + i * DAY_MS,
    endMs: start + (i + 1) * DAY_MS,
    open: false,
    cost: c,
  })),
  precedingTotal,
  precedingSpans: null,
});

const feedback = (counts: number[], before: number): FeedbackData => ({
  period,
  points: counts.map((c, i) => ({ startMs: start + i * DAY_MS, count: c })),
  preceding: { count: before, points: [] },
});

const text = (cards: Parameters<typeof headline>[0]) => headline(cards, period, say, 'en');

describe('the sentence at the top', () => {
  it('names what changed most, and the day that carries it', () => {
    expect(text({ cost: cost([1, 1, 1, 1, 1, 1, 8], 10) })).toBe(
      'Cost up 40% on the 7 days before, 57% of it on Tuesday, Nov 17.',
    );
  });

  it('names no day where none stands out, and none where it went down', () => {
    expect(text({ cost: cost([2, 2, 2, 2, 2, 2, 2], 10) })).toBe(
      'Cost up 40% on the 7 days before.',
    );
    expect(text({ feedback: feedback([0, 0, 5, 0, 0, 0, 0], 10) })).toBe(
      'Feedback down 50% on the 7 days before.',
    );
  });

  it('chooses the largest change', () => {
    const cards = {
      cost: cost([2, 2, 2, 2, 2, 2, 2], 10),
      feedback: feedback([3, 3, 3, 3, 3, 3, 3], 10),
    };
    expect(text(cards)).toMatch(/^Feedback up 110%/);
  });

  it('is silent where the figures do not carry it', () => {
    expect(text({})).toBeNull();
    expect(text({ cost: cost([0.5, 0.2], 0.3) })).toBeNull();
    expect(text({ cost: cost([10, 0.5], 10) })).toBeNull();
    expect(text({ cost: cost([10], null) })).toBeNull();
    expect(text({ feedback: feedback([9], 2) })).toBeNull();
  });
});
