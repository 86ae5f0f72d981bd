/** The exact figures behind a chart, as text to read and as values to take along. */
export interface FigureTable {
  caption: string;
  columns: string[];
  /** How many rows there are. */
  length: number;
  /** The rows from one place up to another, written out: a long table as a whole takes a while. */
  rows: (from: number, to: number) => string[][];
  /** All rows, with ISO instants, plain numbers, and empty where unknown. */
  readonly raw: string[][];
}
