/** The popup's plots, three of which stand in its 600 pixels with everything above and below them. */
const COMPACT_PX = 106;
const LEAST_PX = 120;
const MOST_PX = 480;
/** The height of everything above and below the cards of a panel, and of a card without its plot. */
const AROUND_PX = 148;
const CARD_PX = 41;
const STACKED_CARD_PX = 98;
/** How much of that is kept as a reserve, for a figure in two lines. */
const RESERVE_PX = 10;
const CARDS = 3;

/** The page widths from which cards stand side by side, as in the style sheet. */
const TWO_COLUMNS_PX = 720;
const THREE_COLUMNS_PX = 1080;
/** In one column that is as wide as this, a card's figures stand beside its chart, else above it. */
const BESIDE_PX = 370;
const GAP_PX = 8;
const GUTTERS_PX = 20;
/** Of a card: its border, padding, figures and the gap beside them. */
const SIDE_PX = 2 + 20 + 112 + 8;
const FRAME_PX = 2 + 20;
const POPUP_PX = 400;

const isTall = () => document.documentElement.dataset.layout !== 'compact';
const pageWidth = () => (isTall() ? window.innerWidth || POPUP_PX : POPUP_PX);

function columns(): number {
  if (pageWidth() >= THREE_COLUMNS_PX) return 3;
  return pageWidth() >= TWO_COLUMNS_PX ? 2 : 1;
}

const isStacked = () => columns() > 1 || pageWidth() < BESIDE_PX;

/** How high a plot is, in CSS pixels: in a panel as high as three of them have room in the window. */
export function plotHeight(): number {
  if (!isTall()) return COMPACT_PX;
  const rows = Math.ceil(CARDS / columns());
  const room = ((window.innerHeight || 0) - AROUND_PX) / rows - GAP_PX;
  const height = room - (isStacked() ? STACKED_CARD_PX : CARD_PX);
  return Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, height)));
}

/** About how high a card is, in CSS pixels. */
export const cardHeight = (): number =>
  plotHeight() + (isStacked() ? STACKED_CARD_PX : CARD_PX) - RESERVE_PX;

let known: number | null = null;

/** Remembers how wide the plots of this page are, in CSS pixels. */
export function knowPlotWidth(width: number): void {
  known = width;
}

/**
 * How wide a plot is, or is going to be, in CSS pixels, before anything has been laid out: near enough
 * for the first paint without measuring, and corrected as soon as the page is laid out.
 */
export function likelyPlotWidth(): number {
  if (known !== null) return known;
  const cards = pageWidth() - GUTTERS_PX - (columns() - 1) * GAP_PX;
  return Math.floor(cards / columns() - (isStacked() ? FRAME_PX : SIDE_PX));
}
