import { COLUMN_SHARE, plotArea } from './layout';
import { type ChartModel, columnsOf, linesOf, type Role } from './model';
import { labelIndices } from './scale';

export interface SketchRect {
  role: Role;
  /** The bucket still runs. */
  open: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The same chart as shapes, in CSS pixels, for a picture that needs no chart library. */
export interface Sketch {
  width: number;
  height: number;
  rects: SketchRect[];
  /** SVG path data of each line; a gap stands where a value is unknown. */
  lines: { role: Role; path: string }[];
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
  // Columns stand in the middle of their slot; lines alone run from edge to edge.
  const centred = model.kind === 'bars';
  const xOf = (index: number) =>
    centred || length < 2
      ? area.left + (index + 0.5) * slot
      : area.left + (index * area.width) / (length - 1);
  const path = (values: (number | null)[]) =>
    linePath(values.map((v, i) => (v === null ? null : [xOf(i), yOf(v)])));
  const drawnAsLines = centred ? linesOf(model) : model.series;
  return {
    width,
    height,
    rects: centred ? columns(model, area.left, slot, yOf) : [],
    lines: drawnAsLines.map(({ role, values }) => ({ role, path: path(values) })),
    grid: model.ticks.map((tick) => ({
      y: yOf(tick),
      text: model.formatTick(tick),
      x1: area.left,
      x2: area.left + area.width,
    })),
    labels: labelIndices(length, area.width).map((index) => ({
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
  return columnsOf(model).flatMap(({ role, values }) =>
    values.flatMap((value, index) => {
      if (value === null || value <= 0) return [];
      const from = base[index] ?? 0;
      base[index] = from + value;
      return {
        role,
        open: index === model.openIndex,
        x: left + (index + (1 - COLUMN_SHARE) / 2) * slot,
        y: yOf(from + value),
        width: slot * COLUMN_SHARE,
        height: yOf(from) - yOf(from + value),
      };
    }),
  );
}

function linePath(points: ([number, number] | null)[]): string {
  let pen = 'M';
  let path = '';
  for (const point of points) {
    if (point) path += `${pen}${round(point[0])} ${round(point[1])}`;
    pen = point ? 'L' : 'M';
  }
  return path;
}

const round = (value: number) => Math.round(value * 10) / 10;
