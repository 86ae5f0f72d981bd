import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartItem,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { describe, expect, it } from 'vitest';
import { cohortsView } from '@/utils/cards/cohorts/view';
import { costView } from '@/utils/cards/cost/view';
import { sampleFigures, sayEnglish } from '@/utils/cards/fake-figures';
import { feedbackView } from '@/utils/cards/feedback/view';
import { DAY_MS, type Range } from '../time/range';
import { type ChartTheme, chartJsConfig } from './config';
import type { ChartModel, ChartOptions } from './model';
import { sketch } from './sketch';

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
);

const NOW = Date.parse('2026-11-18T15:20:00Z');
const SIZE = { width: 376, height: 120 };
const line = { amber: 'a', green: 'g', plum: 'p', blue: 'b' };
const theme: ChartTheme = {
  text: '#111',
  grid: '#eee',
  font: 'sans-serif',
  line: { ...line, preceding: 'p', running: 'r', budget: 'b' },
  fill: (tone, open) => `${tone}${open ? '/open' : ''}`,
};

/** Runs Chart.js on a canvas that accepts every drawing call and shows nothing. */
function draw(model: ChartModel) {
  const measureText = (text: string) => ({ width: text.length * 6 });
  const canvas = { ...SIZE, style: {}, getContext: () => pen };
  const state: Record<PropertyKey, unknown> = { canvas, measureText };
  const pen = new Proxy(state, { get: (kept, key) => (key in kept ? kept[key] : () => undefined) });
  return new Chart(canvas as unknown as ChartItem, chartJsConfig(model, theme, SIZE.width));
}

const options: ChartOptions = {
  asOfMs: NOW,
  locale: 'en',
  say: sayEnglish,
  maxPoints: SIZE.width,
  compare: true,
  running: true,
  budget: 30,
};
const ranges: Range[] = [
  { kind: '24h' },
  { kind: '7d' },
  { kind: '30d' },
  { kind: '90d' },
  { kind: '90d', aggregation: 'daily' },
];

describe.each(ranges)('$kind $aggregation', (range) => {
  const cards = sampleFigures(range, false, NOW);
  const models: [string, ChartModel][] = [
    ['cohorts', cohortsView.chart(cards.cohorts, options)],
    ['cost', costView.chart(cards.cost, options)],
    ['feedback', feedbackView.chart(cards.feedback, options)],
  ];

  it.each(models)('%s: the canvas draws what the sketch has drawn, where it has', (_, model) => {
    const drawn = sketch(model, SIZE.width, SIZE.height);
    const chart = draw(model);
    const { left, right, top, bottom } = chart.chartArea;
    const rows = drawn.grid.map(({ y }) => y);
    expect([left, right]).toEqual([drawn.grid[0]?.x1, drawn.grid[0]?.x2]);
    expect([bottom, top]).toEqual([Math.max(...rows), Math.min(...rows)]);
    const { x, y } = chart.scales;
    expect(x?.ticks.map(({ label }) => label)).toEqual(drawn.labels.map(({ text }) => text));
    expect(y?.ticks.map(({ label }) => label)).toEqual(drawn.grid.map(({ text }) => text));
    expect(columnsDrawn(chart)).toEqual(drawn.rects.map(({ x, y, width }) => near(x, y, width)));
    expect(linesDrawn(chart)).toEqual(drawn.lines.map(({ path }) => path));
  });
});

const near = (...px: number[]) => px.map((value) => expect.closeTo(value, 1));

/** Returns the left edge, top and width of every visible column. */
const columnsDrawn = (chart: Chart) =>
  metasOf(chart, 'bar').flatMap(({ data, index: set }) =>
    data.flatMap((element, index) => {
      const { x, y, width } = element.getProps(['x', 'y', 'width'], true) as unknown as Box;
      const value = chart.data.datasets[set]?.data[index];
      return typeof value === 'number' && value > 0 ? [[x - width / 2, y, width]] : [];
    }),
  );

interface Box {
  x: number;
  y: number;
  width: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Returns the path of every line, which breaks where a value is unknown. */
const linesDrawn = (chart: Chart) =>
  metasOf(chart, 'line').map(({ data, index: set }) => {
    const isGap = (at: number) => (chart.data.datasets[set]?.data[at] ?? null) === null;
    return data
      .map(({ x, y }, i) => (isGap(i) ? '' : `${isGap(i - 1) ? 'M' : 'L'}${round(x)} ${round(y)}`))
      .join('');
  });

const metasOf = (chart: Chart, type: 'bar' | 'line') =>
  chart.data.datasets
    .map((_, index) => chart.getDatasetMeta(index))
    .filter((meta) => meta.type === type);

it('draws no dot but for a value on its own', () => {
  const { feedback } = sampleFigures({ kind: '7d' }, false, NOW);
  const preceding = { count: 3, points: [{ startMs: NOW - 14 * DAY_MS, count: 3 }] };
  const model = feedbackView.chart({ ...feedback, preceding }, options);
  const before = chartJsConfig(model, theme, SIZE.width).data.datasets.at(-1);
  expect(before && 'pointRadius' in before && before.pointRadius).toEqual([2, 0, 0, 0, 0, 0, 0]);
});

it('gives the bucket that still runs a filling of its own, and no other column', () => {
  const { feedback } = sampleFigures({ kind: '7d' }, false, NOW);
  const model = feedbackView.chart(feedback, options);
  const { datasets } = chartJsConfig(model, theme, SIZE.width).data;
  const filled = datasets.flatMap(({ type, data, backgroundColor }) =>
    data.flatMap((value, index) =>
      type === 'line' || value === null ? [] : [[index, backgroundColor]],
    ),
  );
  expect(filled.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 7 }, (_, index) => [
      index,
      index === model.openIndex ? 'blue/open' : 'blue',
    ]),
  );
});
