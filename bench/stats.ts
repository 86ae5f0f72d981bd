/** Median and quartiles of a sample. */
export interface Spread {
  median: number;
  lower: number;
  upper: number;
  count: number;
}

/** Summarizes a sample by its median and quartiles (linear interpolation); throws on an empty one. */
export function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)];
    const above = sorted[Math.ceil(position)];
    if (below === undefined || above === undefined) throw new Error('an empty sample');
    return below + (above - below) * (position % 1);
  };
  return { median: at(0.5), lower: at(0.25), upper: at(0.75), count: sorted.length };
}
