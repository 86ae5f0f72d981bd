import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { columnsOf, linesOf, standsAlone } from './layers';
import { ALONE_RADIUS_PX, COLUMN_SHARE, FRAME, LABEL_FONT_PX, plotArea } from './layout';
import type { ChartModel, Series, Tone } from './model';
import { labelIndices } from './scale';

type Fill = string | CanvasPattern;

/** The colours of the page around the chart; `fill` gives a column's colour or pattern. */
export interface ChartTheme {
  text: string;
  grid: string;
  font: string;
  line: Record<Tone, string>;
  fill: (tone: Tone, open: boolean) => Fill;
}

type Kind = 'bar' | 'line';

/**
 * Returns a chart as a Chart.js configuration: plain data, no animation, with the same fixed frame
 * as the sketch, so that the canvas replaces it without a visible change. `width` is the canvas's,
 * in CSS pixels.
 */
export function chartJsConfig(
  model: ChartModel,
  theme: ChartTheme,
  width: number,
): ChartConfiguration<Kind> {
  return {
    type: model.kind === 'bars' ? 'bar' : 'line',
    data: {
      labels: model.labels,
      datasets: [
        ...columnsOf(model).flatMap((series) => columnSets(series, model, theme)),
        ...linesOf(model).map((series) => lineSet(series, theme)),
      ],
    },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      normalized: true,
      // The page itself shows values, in the same way for keyboard and pointer.
      events: [],
      layout: { autoPadding: false, padding: { top: FRAME.top, right: FRAME.right } },
      scales: { x: bottomAxis(model, theme, width), y: leftAxis(model, theme) },
      plugins: { legend: { display: false } },
    },
  };
}

/**
 * Returns a series as columns; the bucket that is still open is a separate data set. With one
 * colour for each set, Chart.js computes the style once instead of for every column.
 */
function columnSets(
  { tone, name, values }: Series,
  { openIndex }: ChartModel,
  theme: ChartTheme,
): ChartDataset<'bar'>[] {
  const set = (open: boolean): ChartDataset<'bar'> => ({
    type: 'bar',
    label: name,
    data: values.map((value, index) => ((index === openIndex) === open ? value : null)),
    // Only data sets with a stack name are stacked; lines keep their own values.
    stack: 'columns',
    categoryPercentage: 1,
    barPercentage: COLUMN_SHARE,
    backgroundColor: theme.fill(tone, open),
    order: 1,
  });
  return openIndex === null ? [set(false)] : [set(false), set(true)];
}

const DASHES: Partial<Record<Tone, number[]>> = {
  preceding: [4, 3],
  budget: [2, 3],
  amber: [6, 3],
};

function lineSet({ tone, name, values }: Series, theme: ChartTheme): ChartDataset<'line'> {
  return {
    type: 'line',
    label: name,
    data: values,
    borderColor: theme.line[tone],
    borderWidth: tone === 'preceding' ? 1.5 : 2,
    borderDash: DASHES[tone] ?? [],
    pointRadius: values.map((_, index) => (standsAlone(values, index) ? ALONE_RADIUS_PX : 0)),
    pointBackgroundColor: theme.line[tone],
    pointBorderWidth: 0,
    spanGaps: false,
    order: 0,
  };
}

type Scales = NonNullable<NonNullable<ChartConfiguration<Kind>['options']>['scales']>;

function bottomAxis(model: ChartModel, theme: ChartTheme, width: number): Scales[string] {
  const shown = labelIndices(model, plotArea(width, 1).width);
  return {
    type: 'category',
    offset: model.kind === 'bars' || model.labels.length < 2,
    grid: { display: false, drawTicks: false },
    border: { color: theme.grid },
    ticks: { ...labels(theme), autoSkip: false, maxRotation: 0, padding: 5 },
    afterBuildTicks(axis) {
      axis.ticks = shown.map((value) => ({ value }));
    },
    afterFit(axis) {
      axis.height = FRAME.bottom;
    },
  };
}

function leftAxis(model: ChartModel, theme: ChartTheme): Scales[string] {
  return {
    type: 'linear',
    min: 0,
    max: model.ticks.at(-1) ?? 1,
    grid: { color: theme.grid, drawTicks: false },
    border: { display: false },
    ticks: {
      ...labels(theme),
      padding: 6,
      callback: (value) => model.formatTick(Number(value)),
    },
    afterBuildTicks(axis) {
      axis.ticks = model.ticks.map((value) => ({ value }));
    },
    afterFit(axis) {
      axis.width = FRAME.left;
      // The frame already has room for the highest label.
      axis.paddingTop = 0;
    },
  };
}

/** The frame sets the size of the axes, so measuring one label is enough. */
const labels = (theme: ChartTheme) => ({
  color: theme.text,
  font: { size: LABEL_FONT_PX, family: theme.font },
  sampleSize: 1,
});
