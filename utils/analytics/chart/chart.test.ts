import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import type { Say } from '@/utils/failure';
import type { CohortData, CostData } from '../card-data';
import { DAY_MS } from '../range';
import { sampleCards } from '../sample';
import { type ChartTheme, chartJsConfig } from './config';
import { FRAME } from './layout';
import { cohortChart, costChart, feedbackChart } from './model';
import { labelIndices, niceScale } from './scale';
import { sketch } from './sketch';
import { summary } from './summary';

const say: Say = (key, ...values) =>
  messages[key].message.replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));
const start = Date.parse('2026-11-11T00:00:00Z');
const nowMs = start + 2.5 * DAY_MS;
const period = { startMs: start, endMs: start + 3 * DAY_MS, aggregation: 'daily' as const };
const options = { nowMs, locale: 'en', say, maxPoints: 400, compare: false };

const cohorts: CohortData = {
  period,
  points: [
    { startMs: start, newUsers: 2, veteranUsers: 6 },
    { startMs: start + DAY_MS, newUsers: 1, veteranUsers: null },
    { startMs: start + 2 * DAY_MS, newUsers: 4, veteranUsers: 3 },
  ],
  preceding: {
    newUsers: 3,
    veteranAverage: 2,
    points: [{ startMs: start - 3 * DAY_MS, newUsers: 1, veteranUsers: 10 }],
  },
  incomplete: false,
};

const cost: CostData = {
  period,
  total: 6,
  spans: [1, 2, 3].map((dollars, i) => ({
    startMs: start + i * DAY_MS,
    endMs: start + (i + 1) * DAY_MS,
    open: i === 2,
    cost: dollars,
  })),
  precedingTotal: 4,
  precedingSpans: null,
};

const theme: ChartTheme = {
  text: '#111',
  grid: '#eee',
  font: 'sans-serif',
  line: {
    new: '#1',
    veteran: '#2',
    cost: '#3',
    feedback: '#4',
    preceding: '#5',
    running: '#6',
    budget: '#7',
  },
  fill: (role, open) => `${role}${open ? '/open' : ''}`,
};

describe('a chart model', () => {
  it('stacks new users on veterans, marks the bucket that still runs, keeps the unknown unknown', () => {
    const model = cohortChart(cohorts, options);
    expect(model.series.map(({ role, values }) => [role, values])).toEqual([
      ['veteran', [6, null, 3]],
      ['new', [2, 1, 4]],
    ]);
    expect([model.kind, model.openIndex, model.ticks.at(-1)]).toEqual(['bars', 2, 8]);
  });

  it('has room for the range before, when asked for', () => {
    const model = cohortChart(cohorts, { ...options, compare: true });
    expect(model.series.at(-1)).toMatchObject({ role: 'preceding', values: [11, null, null] });
    expect(model.ticks.at(-1)).toBeGreaterThanOrEqual(11);
  });

  it('adds a running total and a budget to the cost', () => {
    const model = costChart(cost, { ...options, running: true, budget: 20 });
    expect(model.series.map(({ role, values }) => [role, values.at(-1)])).toEqual([
      ['cost', 3],
      ['running', 6],
      ['budget', 20],
    ]);
  });

  it('becomes lines above sixty columns, and never has more points than there is room for', () => {
    const points = Array.from({ length: 8760 }, (_, i) => ({
      startMs: start + i * DAY_MS,
      count: i % 9,
    }));
    const model = feedbackChart({ period, points, preceding: null }, options);
    expect(model.kind).toBe('lines');
    expect(model.labels.length).toBeLessThanOrEqual(400);
  });
});

describe('the value axis', () => {
  it.each([
    [0, true, [0, 1]],
    [3, true, [0, 1, 2, 3]],
    [57, true, [0, 20, 40, 60]],
    [0.3, false, [0, 0.1, 0.2, 0.3]],
    [12.4, false, [0, 5, 10, 15]],
  ])('up to %d (whole: %s) is %j', (highest, whole, ticks) => {
    expect(niceScale(highest, whole)).toEqual(ticks);
  });

  it('covers whatever is drawn, with few ticks', () => {
    for (let highest = 0.0007; highest < 1e7; highest *= 1.37) {
      for (const whole of [true, false]) {
        const ticks = niceScale(highest, whole);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }
    }
  });
});

it('labels never run into each other nor over the edge', () => {
  expect(labelIndices(7, 350)).toEqual([0, 2, 4, 6]);
  expect(labelIndices(2, 350)).toEqual([0, 1]);
  expect(labelIndices(0, 350)).toEqual([]);
});

describe('the first sketch', () => {
  const drawn = sketch(cohortChart(cohorts, { ...options, compare: true }), 400, 128);

  it('stands on the frame that the canvas keeps to', () => {
    expect(Math.min(...drawn.grid.map(({ y }) => y))).toBe(FRAME.top);
    expect(Math.max(...drawn.grid.map(({ y }) => y))).toBe(128 - FRAME.bottom);
    expect(drawn.grid[0]).toMatchObject({ x1: FRAME.left, x2: 400 - FRAME.right });
  });

  it('puts the new users of a day right on its veterans, and draws no unknown', () => {
    const [veteran, fresh] = [drawn.rects[0], drawn.rects.find(({ role }) => role === 'new')];
    expect(fresh?.x).toBe(veteran?.x);
    expect((fresh?.y ?? 0) + (fresh?.height ?? 0)).toBeCloseTo(veteran?.y ?? -1);
    expect(drawn.rects).toHaveLength(5);
    expect(drawn.lines.map(({ role }) => role)).toEqual(['preceding']);
  });
});

describe('the Chart.js configuration', () => {
  const config = chartJsConfig(cohortChart(cohorts, options), theme, 400);

  it('moves nothing, and draws columns of the model', () => {
    expect(config.options?.animation).toBe(false);
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [6, null, 3],
      [2, 1, 4],
    ]);
    const fill = config.data.datasets[1]?.backgroundColor;
    expect(typeof fill === 'function' && fill({ dataIndex: 2 } as never, {})).toBe('new/open');
  });

  it('has a zero base, and the frame of the sketch', () => {
    expect(config.options?.scales?.y).toMatchObject({ min: 0, max: 8, stacked: true });
    const axis = { width: 0, height: 0 };
    config.options?.scales?.y?.afterFit?.(axis as never);
    config.options?.scales?.x?.afterFit?.(axis as never);
    expect(axis).toMatchObject({ width: FRAME.left, height: FRAME.bottom });
  });

  it('says in the tooltip when, what and how much', () => {
    const callbacks = config.options?.plugins?.tooltip?.callbacks;
    const item = { dataIndex: 0, dataset: { label: 'New users' }, parsed: { y: 2 } };
    expect(callbacks?.title?.call({} as never, [item] as never)).toBe('Wed, Nov 11, 2026');
    expect(callbacks?.label?.call({} as never, item as never)).toBe('New users: 2');
  });
});

describe('a chart in words', () => {
  const whose = { user: 'Ada', group: 'Acme University' };

  it('states whose, over which days, total, change and peak', () => {
    expect(summary('cost', cost, whose, say, 'en').replace(/\u2009/g, ' ')).toBe(
      'LLM cost of Ada over all mentors, Nov 11 – 13, 2026 UTC: $6.00. ' +
        'Change from the range before: +50%. Peak: $3.00, Fri, Nov 13, 2026.',
    );
    expect(summary('cohorts', cohorts, whose, say, 'en')).toContain(
      '7 new users in all, 4.5 veteran users on average',
    );
  });

  it('says when there is nothing to compare with', () => {
    const { feedback } = sampleCards({ kind: '7d' }, false, nowMs);
    expect(summary('feedback', { ...feedback, preceding: null }, whose, say, 'en')).toContain(
      'No comparison',
    );
  });
});
