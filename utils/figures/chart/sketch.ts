import { columnsOf, linesOf, standsAlone } from './layers';
import { ALONE_RADIUS_PX, COLUMN_SHARE, plotArea } from './layout';
import type { ChartModel, Tone } from './model';
import { labelIndices } from './scale';

interface SketchRect {
  tone: Tone;
  /** Whether the bucket is still open. */
  open: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The same chart as shapes, in CSS pixels, for a first paint without the chart library. */
export interface Sketch {
  width: number;
  height: number;
  rects: SketchRect[];
  /** The SVG path data of each line, with a gap where a value is unknown. */
  lines: { tone: Tone; path: string }[];
  grid: { y: number; text: string; x1: number; x2: number }[];
  labels: { x: number; y: number; text: string }[];
}

/** Draws a chart as shapes, exactly where the canvas will draw it. */
export function sketch(model: ChartModel, width: number, height: number): Sketch {
  const area = plotArea(width, height);
  const top = model.ticks.at(-1) ?? 1;
  const length = model.labels.length;
  const slot = area.width / Math.max(1, length);
  const yOf = (value: number) => area.top + area.height * (1 - value / top);
  // Columns stand in the middle of their slot; a chart of lines runs from edge to edge.
  const centred = model.kind === 'bars';
  const xOf = (index: number) =>
    centred || length < 2
      ? area.left + (index + 0.5) * slot
      : area.left + (index * area.width) / (length - 1);
  return {
    width,
    height,
    rects: columns(model, area.left, slot, yOf),
    lines: linesOf(model).map(({ tone, values }) => ({ tone, path: linePath(values, xOf, yOf) })),
    grid: model.ticks.map((tick) => ({
      y: yOf(tick),
      text: model.formatTick(tick),
      x1: area.left,
      x2: area.left + area.width,
    })),
    labels: labelIndices(model, area.width).map((index) => ({
      x: xOf(index),
      y: area.top + area.height + 14,
      text: model.labels[index] ?? '',
    })),
  };
}

function columns(
  model: ChartModel,
  left: number,
  slot: number,
  yOf: (value: number) => number,
): SketchRect[] {
  const base = model.labels.map(() => 0);
  return columnsOf(model).flatMap(({ tone, values }) =>
    values.flatMap((value, index) => {
      if (value === null || value <= 0) return [];
      const from = base[index] ?? 0;
      base[index] = from + value;
      return {
        tone,
        open: index === model.openIndex,
        x: left + (index + (1 - COLUMN_SHARE) / 2) * slot,
        y: yOf(from + value),
        width: slot * COLUMN_SHARE,
        height: yOf(from) - yOf(from + value),
      };
    }),
  );
}

function linePath(
  values: (number | null)[],
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): string {
  let pen = 'M';
  let path = '';
  values.forEach((value, index) => {
    if (value !== null) {
      path += `${pen}${round(xOf(index))} ${round(yOf(value))}`;
      if (standsAlone(values, index)) path += DOT;
    }
    pen = value === null ? 'M' : 'L';
  });
  return path;
}

// A ring with a stroke two pixels wide, which fills it completely.
const RING = ALONE_RADIUS_PX - 1;
const DOT = `m${-RING} 0a${RING} ${RING} 0 1 0 ${2 * RING} 0a${RING} ${RING} 0 1 0 ${-2 * RING} 0`;

const round = (value: number) => Math.round(value * 10) / 10;
