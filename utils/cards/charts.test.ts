import { describe, expect, it } from 'vitest';
import { sampleCohorts } from '@/utils/cards/cohorts/sample';
import { cohortsView } from '@/utils/cards/cohorts/view';
import { sampleConversations } from '@/utils/cards/conversations/sample';
import { conversationsView } from '@/utils/cards/conversations/view';
import { costView } from '@/utils/cards/cost/view';
import { sampleFeedback } from '@/utils/cards/feedback/sample';
import { feedbackView } from '@/utils/cards/feedback/view';
import { ratingsView } from '@/utils/cards/ratings/view';
import type { ChartModel, ChartOptions } from '@/utils/figures/chart/model';
import { timeOf } from '@/utils/figures/time/buckets';
import { lengthOf } from '@/utils/figures/time/period';
import { DAY_MS } from '@/utils/figures/time/range';
import {
  costOf,
  daysFrom,
  EXAMPLE_NOW_MS,
  exampleCohorts,
  feedbackOf,
  START_MS,
  sayEnglish,
} from './fake-figures';

const options: ChartOptions = {
  asOfMs: EXAMPLE_NOW_MS,
  locale: 'en',
  say: sayEnglish,
  maxPoints: 400,
  compare: false,
};

describe('a chart model', () => {
  it('stacks new users on veterans, marks the bucket that still runs, keeps the unknown unknown', () => {
    const model = cohortsView.chart(exampleCohorts, options);
    expect(model.series.map(({ tone, values }) => [tone, values])).toEqual([
      ['green', [6, null, 3]],
      ['amber', [2, 1, 4]],
    ]);
    expect([model.kind, model.openIndex, model.ticks.at(-1)]).toEqual(['bars', 2, 8]);
  });

  it('ends at five for ratings, as no rating is better, unless a deployment’s are', () => {
    const { period, asOfMs } = exampleCohorts;
    const ticksOf = (rating: number) => {
      const points = [{ startMs: START_MS, rating }];
      const data = { period, asOfMs, points, average: rating, compared: null };
      return ratingsView.chart(data, options).ticks.at(-1);
    };
    expect([4.2, 5, 9].map(ticksOf)).toEqual([5, 5, 10]);
  });

  it('has room for the range before, when asked for', () => {
    const model = cohortsView.chart(exampleCohorts, { ...options, compare: true });
    expect(model.series.at(-1)).toMatchObject({ tone: 'preceding', values: [10, 0, 0] });
    expect(model.ticks.at(-1)).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['weekly', [4, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 2], [0, 13]],
    ['monthly', [5, 30, 31, 24], [0, 3]],
  ] as const)('draws the range before only where as many days are counted: %s', (aggregation, days, unlike) => {
    const nowMs = Date.parse('2026-11-24T15:20:00Z');
    const range = { kind: '90d', aggregation } as const;
    const valuesOf = (model: ChartModel | undefined) => model?.series.at(-1)?.values ?? [];
    const asked = { ...options, asOfMs: nowMs, compare: true };
    const feedback = sampleFeedback(range, false, nowMs);
    const conversations = sampleConversations(range, false, nowMs);
    expect(
      feedback.points.map((point) => lengthOf(timeOf(feedback.period, point)) / DAY_MS),
    ).toEqual(days);
    for (const [drawn, all] of [
      [feedbackView.chart(feedback, asked), feedback.preceding?.points.map(({ count }) => count)],
      [
        conversationsView.chart?.(conversations, asked),
        conversations.preceding?.points.map((point) => point.conversations),
      ],
    ] as const) {
      expect(valuesOf(drawn)).toEqual(
        all?.map((value, index) => (unlike.some((at) => at === index) ? null : value)),
      );
    }
    // Months of people are average days.
    const people = cohortsView.chart(sampleCohorts(range, false, nowMs), asked);
    expect(valuesOf(people).includes(null)).toBe(aggregation === 'weekly');
  });

  it('draws whole months behind whole months, though not all have as many days', () => {
    const nowMs = Date.parse('2026-11-30T23:20:00Z');
    const model = feedbackView.chart(sampleFeedback({ kind: '12m' }, false, nowMs), {
      ...options,
      compare: true,
    });
    expect(model.series.at(-1)?.values).toHaveLength(12);
    expect(model.series.at(-1)?.values).not.toContain(null);
  });

  it('adds a running total and a budget to the cost', () => {
    const model = costView.chart(costOf([1, 2, 3], 4), { ...options, running: true, budget: 20 });
    expect(model.series.map(({ tone, values }) => [tone, values.at(-1)])).toEqual([
      ['plum', 3],
      ['running', 6],
      ['budget', 20],
    ]);
  });

  it('becomes lines above sixty columns, and never has more points than there is room for', () => {
    const points = Array.from({ length: 8760 }, (_, i) => ({
      startMs: START_MS + i * DAY_MS,
      count: i % 9,
    }));
    const model = feedbackView.chart({ ...feedbackOf([], null), points }, options);
    expect(model.kind).toBe('lines');
    expect(model.labels.length).toBeLessThanOrEqual(400);
  });

  it('knows no sum of the range before where a part of it is unknown', () => {
    const points = [{ startMs: START_MS - DAY_MS, newUsers: 4, veteranUsers: null }];
    const preceding = { newUsers: 4, veteranAverage: null, points };
    const model = cohortsView.chart(
      { ...exampleCohorts, preceding },
      { ...options, compare: true },
    );
    expect(model.series.at(-1)?.values).toEqual([null, null, null]);
  });

  it('stops the running total where a bar is unknown', () => {
    const model = costView.chart(costOf([0.1, 0.2, null, 1]), { ...options, running: true });
    expect(model.series[1]?.values).toEqual([0.1, 0.3, null, null]);
  });

  it('has room for the highest line, not for lines on each other', () => {
    const points = Array.from({ length: 90 }, (_, i) => ({
      startMs: START_MS + i * DAY_MS,
      newUsers: 40,
      veteranUsers: 40,
    }));
    const model = cohortsView.chart(
      { ...exampleCohorts, period: daysFrom(START_MS, 90), points },
      options,
    );
    expect([model.kind, model.ticks.at(-1)]).toEqual(['lines', 40]);
  });

  it('labels wide bars by their day, however finely the rest is drawn', () => {
    const cost = costOf([1, 2, 3]);
    const hourly = { ...cost, period: { ...cost.period, aggregation: 'hourly' as const } };
    expect(costView.chart(hourly, options).labels).toEqual(['Wed 11', 'Thu 12', 'Fri 13']);
  });

  it('of nothing is an empty chart', () => {
    const model = feedbackView.chart(feedbackOf([], null), options);
    expect([model.labels, model.openIndex, model.ticks]).toEqual([[], null, [0, 1]]);
  });
});
