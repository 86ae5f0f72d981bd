const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round values from zero to just above `highest`, three to five of them; whole ones where only whole
 * numbers can be. A flat zero gets an axis up to one.
 */
export function niceScale(highest: number, whole: boolean): number[] {
  const target = highest > 0 ? highest : 1;
  const rough = target / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    STEPS.map((factor) => factor * power).find((size) => size >= rough * (1 - 1e-9)) ?? rough;
  const size = whole ? Math.max(1, Math.ceil(step)) : step;
  const count = Math.max(1, Math.ceil(target / size - 1e-9));
  // 0.1 * 3 is not 0.3: as many decimals as the step has.
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(size)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * size).toFixed(decimals)));
}

/**
 * Which points get a label: evenly spaced from the first on, with `labelPx` for each, and none so
 * near the end that it would be cut off.
 */
export function labelIndices(length: number, plotPx: number, labelPx = 58): number[] {
  if (length === 0) return [];
  const slotPx = plotPx / length;
  const every = Math.max(1, Math.ceil(labelPx / slotPx));
  const last = length - 1;
  return Array.from({ length: Math.floor(last / every) + 1 }, (_, n) => n * every).filter(
    (index) => index === 0 || (index + 0.5) * slotPx + labelPx / 2 <= plotPx + 8,
  );
}
