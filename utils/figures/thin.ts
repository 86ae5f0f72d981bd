/**
 * Returns the indices of the points of a long series to draw: at most `maxPoints`, in order, with
 * the first, the last and the lowest and highest sum of every section, so that no peak is lost. All
 * indices where they fit.
 */
export function thinIndices(series: (number | null)[][], maxPoints: number): number[] {
  const length = Math.max(0, ...series.map((values) => values.length));
  if (length <= maxPoints) return Array.from({ length }, (_, index) => index);
  const sections = Math.max(1, Math.floor((maxPoints - 2) / 2));
  const kept = new Set([0]);
  for (let section = 0; section < sections; section += 1) {
    const from = 1 + Math.floor((section * (length - 2)) / sections);
    const to = 1 + Math.floor(((section + 1) * (length - 2)) / sections);
    const { lowest, highest } = extremes(series, from, to);
    kept.add(Math.min(lowest, highest));
    kept.add(Math.max(lowest, highest));
  }
  kept.add(length - 1);
  return [...kept];
}

/**
 * Returns the indices of the lowest and the highest known sum; the first index where nothing is
 * known.
 */
function extremes(series: (number | null)[][], from: number, to: number) {
  let lowest = from;
  let highest = from;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = from; index < to; index += 1) {
    let sum = 0;
    let known = false;
    for (const values of series) {
      const value = values[index] ?? null;
      known ||= value !== null;
      sum += value ?? 0;
    }
    if (!known) continue;
    if (sum < low) [low, lowest] = [sum, index];
    if (sum > high) [high, highest] = [sum, index];
  }
  return { lowest, highest };
}
