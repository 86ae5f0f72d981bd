/** How high a plot is, in CSS pixels. */
export const plotHeight = (): number =>
  document.documentElement.dataset.layout === 'tall' ? 168 : 116;

const POPUP_PX = 400;
const WIDEST_PX = 800;
const FRAME_PX = 50;

let known: number | null = null;

/** Remembers how wide the plots of this page are, in CSS pixels. */
export function knowPlotWidth(width: number): void {
  known = width;
}

/**
 * How wide a plot is, or is going to be, in CSS pixels, before anything has been laid out: near enough
 * to draw the first picture without measuring, and corrected as soon as the page stands.
 */
export function likelyPlotWidth(): number {
  if (known !== null) return known;
  const tall = document.documentElement.dataset.layout === 'tall';
  return (tall ? Math.min(window.innerWidth || POPUP_PX, WIDEST_PX) : POPUP_PX) - FRAME_PX;
}
