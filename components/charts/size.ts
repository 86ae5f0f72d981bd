/** The popup's plots, three of which stand in its 600 pixels with everything above and below them. */
const COMPACT_PX = 106;
/** The pixels that the popup has left then, and the least height of a plot where more of them are needed. */
const SPARE_PX = 18;
const LEAST_COMPACT_PX = 79;
const LEAST_PX = 120;
/** A plot on paper is drawn in these pixels and made as wide as the paper, whatever window it stood in. */
export const PAPER_PX = { width: 680, height: 190 };
const MOST_PX = 480;
/** The height of everything above and below the cards of a panel, and of a card without its plot. */
const AROUND_PX = 148;
const CARD_PX = 41;
const STACKED_CARD_PX = 98;
/** How much of that is kept as a reserve, for a figure in two lines. */
const RESERVE_PX = 10;
/** So many rows of cards share a window; further ones are scrolled to. */
const ROWS_IN_COLUMN = 3;
const ROWS_IN_COLUMNS = 2;

/** The page widths from which so many cards stand side by side, as in the style sheet. */
const COLUMNS = [
  [1400, 4],
  [1080, 3],
  [720, 2],
] as const;
/** In one column that is as wide as this, a card's figures stand beside its chart, else above it. */
const BESIDE_PX = 370;
const GAP_PX = 8;
const GUTTERS_PX = 20;
/** Of a card: its border, padding, figures and the gap beside them. */
const SIDE_PX = 2 + 20 + 112 + 8;
const FRAME_PX = 2 + 20;
const POPUP_PX = 400;

interface Board {
  /** How many cards there are. */
  cards: number;
  /** The height of what stands besides them now and then: a band, a failure, a budget. */
  besidesPx: number;
}

let board: Board = { cards: ROWS_IN_COLUMN, besidesPx: 0 };

/** Remembers what shares the page with the plots. */
export function knowBoard(known: Board): void {
  board = known;
}

const isTall = () => document.documentElement.dataset.layout !== 'compact';
const pageWidth = () => (isTall() ? window.innerWidth || POPUP_PX : POPUP_PX);
const columns = () => COLUMNS.find(([fromPx]) => pageWidth() >= fromPx)?.[1] ?? 1;
const isStacked = () => columns() > 1 || pageWidth() < BESIDE_PX;

/** How high a plot is, in CSS pixels: in a panel as high as the first rows have room in the window. */
export function plotHeight(): number {
  if (!isTall()) {
    const less = Math.ceil(Math.max(0, board.besidesPx - SPARE_PX) / ROWS_IN_COLUMN);
    return Math.max(LEAST_COMPACT_PX, COMPACT_PX - less);
  }
  const most = columns() === 1 ? ROWS_IN_COLUMN : ROWS_IN_COLUMNS;
  const rows = columns() === 1 ? most : Math.min(most, Math.ceil(board.cards / columns()));
  const room = ((window.innerHeight || 0) - AROUND_PX - board.besidesPx) / rows - GAP_PX;
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
