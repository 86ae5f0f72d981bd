/**
 * The fixed frame of a chart in CSS pixels. The first sketch and the canvas both use it, so that
 * nothing moves when one replaces the other.
 */
export const FRAME = { left: 48, right: 4, top: 8, bottom: 20 } as const;

/** The share of its slot that a column fills. */
export const COLUMN_SHARE = 0.78;

/** The radius of the dot for a value without a neighbour to connect to. */
export const ALONE_RADIUS_PX = 2;

export const LABEL_FONT_PX = 11;

/** Returns the area within the frame for a chart of this size. */
export function plotArea(width: number, height: number) {
  return {
    left: FRAME.left,
    top: FRAME.top,
    width: Math.max(1, width - FRAME.left - FRAME.right),
    height: Math.max(1, height - FRAME.top - FRAME.bottom),
  };
}
