import type { Say } from '@/utils/failure';
import type { FigureTable } from '@/utils/figures/text/figure-table';
import { bucketTitle, dayRange } from '@/utils/figures/text/format';
import { timeOf } from '@/utils/figures/time/buckets';
import type { Interval } from '@/utils/figures/time/period';
import type { AnyCardView } from './card';
import type { CardData, CardName } from './data';
import { cardViews } from './view';

/** The table behind a card's chart. */
export function tableOf<Name extends CardName>(
  name: Name,
  data: CardData[Name],
  say: Say,
  locale: string,
): FigureTable {
  const { title, table }: AnyCardView<CardData[Name]> = cardViews[name];
  const caption = say('chart_table_caption', say(title), dayRange(data.period, say, locale));
  const cell = (value: number | null, column: number) =>
    value === null ? say('chart_unknown') : table.write(value, locale, column);
  if ('rows' in table) {
    const all = table.rows(data, say, locale);
    return {
      caption,
      columns: [say(table.of), ...table.columns.map(({ label }) => say(label))],
      length: all.length,
      rows: (from, to) => all.slice(from, to).map(({ name, cells }) => [name, ...cells.map(cell)]),
    };
  }
  const all = table.intervals(data);
  // A bucket that had not ended when it was asked for is marked as unfinished, even if that is long ago.
  const runs = ({ startMs, endMs }: Interval) => startMs <= data.asOfMs && data.asOfMs < endMs;
  return {
    caption,
    columns: [say('chart_column_period'), ...table.columns.map(({ label }) => say(label))],
    length: all.length,
    rows: (from, to) =>
      all.slice(from, to).map((row) => {
        const interval = timeOf(data.period, row);
        const title = bucketTitle(interval, locale);
        return [runs(interval) ? say('ui_so_far', title) : title, ...row.cells.map(cell)];
      }),
  };
}
