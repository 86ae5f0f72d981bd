import type { Say } from '@/utils/failure';
import { bucketMs } from './buckets';
import type { CardData, CardName } from './card-data';
import { bucketTitle, dayRange } from './format';
import { type Content, contents } from './table-content';

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

/** The table behind a card's chart. */
export function tableOf<Name extends CardName>(
  card: Name,
  data: CardData[Name],
  say: Say,
  locale: string,
): FigureTable {
  const { title, columns, stretches, write }: Content<Name> = contents[card](data);
  const sizeMs = bucketMs(data.period.aggregation);
  const all = stretches(data);
  const cell = (value: number | null) =>
    value === null ? say('chart_unknown') : write(value, locale);
  return {
    caption: say('chart_table_caption', say(title), dayRange(data.period, locale)),
    columns: ['chart_column_period' as const, ...columns].map((column) => say(column)),
    length: all.length,
    rows: (from, to) =>
      all
        .slice(from, to)
        .map(({ startMs, endMs = startMs + sizeMs, cells }) => [
          bucketTitle({ startMs, endMs }, locale),
          ...cells.map(cell),
        ]),
    get raw() {
      return all.map(({ startMs, cells }) => [
        new Date(startMs).toISOString(),
        ...cells.map((value) => (value === null ? '' : String(value))),
      ]);
    },
  };
}
