import type { ChartModel } from './model';

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Returns two to six round values from zero to just above `highest`; whole numbers where the values
 * can only be whole. A series of zeros gets an axis up to one.
 */
export function niceScale(highest: number, whole: boolean): number[] {
  const target = highest > 0 ? highest : 1;
  const rough = target / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fits = (size: number) =>
    size >= rough * (1 - 1e-9) && (!whole || Number.isInteger(Number(size.toPrecision(9))));
  const size = STEPS.map((factor) => factor * power).find(fits) ?? Math.max(1, Math.ceil(rough));
  const count = Math.max(1, Math.ceil(target / size - 1e-9));
  // 0.1 * 3 is not exactly 0.3, so values are rounded to the decimals of the step.
  const decimals = decimalsOf(size);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * size).toFixed(decimals)));
}

/** Returns how many decimals a round step needs; steps may be a quarter of a power of ten. */
const decimalsOf = (step: number) => {
  const plain = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return isWhole(step * 10 ** plain) ? plain : plain + 1;
};

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/** Returns how many decimals the ticks of an axis have. */
export const tickDecimals = ([, step]: number[]): number => decimalsOf(step ?? 1);

/**
 * Returns the indices of the points that get a label: evenly spaced from the first one, without
 * overlap, and not so near the end that the label would be cut off. Bars stand in the middle of their
 * share of the width; the points of a line reach from edge to edge.
 */
export function labelIndices(
  { labels, kind }: Pick<ChartModel, 'labels' | 'kind'>,
  plotPx: number,
): number[] {
  const { length } = labels;
  if (length === 0) return [];
  const labelPx = widthOf(labels);
  const isLine = kind === 'lines' && length > 1;
  const slotPx = plotPx / (isLine ? length - 1 : length);
  const every = Math.max(1, Math.ceil(labelPx / slotPx));
  const xOf = (index: number) => (index + (isLine ? 0 : 0.5)) * slotPx;
  return Array.from({ length: Math.floor((length - 1) / every) + 1 }, (_, n) => n * every).filter(
    (index) => index === 0 || xOf(index) + labelPx / 2 <= plotPx + LABEL_GAP_PX,
  );
}

const CHARACTER_PX = 6;
const LABEL_GAP_PX = 10;

/** Estimates the width of the longest label, as the sketch cannot measure text. */
const widthOf = (labels: string[]): number =>
  labels.reduce((most, { length }) => Math.max(most, length), 0) * CHARACTER_PX + LABEL_GAP_PX;
