/** The exact figures of a chart, as text. */
export interface FigureTable {
  caption: string;
  columns: string[];
  /** The number of rows. */
  length: number;
  /**
   * Returns the formatted rows from one index up to another, as formatting a whole long table is
   * slow.
   */
  rows: (from: number, to: number) => string[][];
}
