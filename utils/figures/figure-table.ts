/** The exact figures behind a chart, as text to read. */
export interface FigureTable {
  caption: string;
  columns: string[];
  /** How many rows there are. */
  length: number;
  /** The rows from one place up to another, written out: a long table as a whole takes a while. */
  rows: (from: number, to: number) => string[][];
}
