/**
 * How a column is filled, so that nothing is told by hue alone: new users are striped, a bucket that
 * still runs is hatched thinly, everything else is plain. Sketch and canvas draw the same strokes.
 */
export type Filling = 'plain' | 'striped' | 'hatched';

/** One tile of a pattern: its size, its strokes from corner to corner, their width and the ground's opacity. */
export const TILE_PX = 6;
export const strokes: Record<
  Exclude<Filling, 'plain'>,
  { path: string; width: number; ground: number }
> = {
  striped: { path: 'M-1.5 1.5 1.5 -1.5M0 6 6 0M4.5 7.5 7.5 4.5', width: 2, ground: 0.35 },
  hatched: { path: 'M-1.5 4.5 1.5 7.5M0 0 6 6M4.5 -1.5 7.5 1.5', width: 1, ground: 0.12 },
};

export const fillingOf = (tone: string, open: boolean): Filling => {
  if (open) return 'hatched';
  return tone === 'amber' ? 'striped' : 'plain';
};
