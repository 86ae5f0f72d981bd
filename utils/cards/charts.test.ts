import { describe, expect, it } from 'vitest';
import { cohortsView } from '@/utils/cards/cohorts/view';
import { costView } from '@/utils/cards/cost/view';
import { feedbackView } from '@/utils/cards/feedback/view';
import { ratingsView } from '@/utils/cards/ratings/view';
import type { ChartOptions } from '@/utils/figures/chart/model';
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
