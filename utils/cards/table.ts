import type { Say } from '@/utils/failure';
import { bucketMs } from '@/utils/figures/buckets';
import type { FigureTable } from '@/utils/figures/figure-table';
import { bucketTitle, dayRange } from '@/utils/figures/format';
import type { CardView } from './card';
import type { CardData, CardName } from './data';
import { cardViews } from './view';

/** The table behind a card's chart. */
export function tableOf<Name extends CardName>(
  name: Name,
  data: CardData[Name],
  say: Say,
  locale: string,
): FigureTable {
  const { title, table }: CardView<CardData[Name]> = cardViews[name];
  const sizeMs = bucketMs(data.period.aggregation);
  const all = table.stretches(data);
  const cell = (value: number | null) =>
    value === null ? say('chart_unknown') : table.write(value, locale);
  return {
    caption: say('chart_table_caption', say(title), dayRange(data.period, locale)),
    columns: [say('chart_column_period'), ...table.columns.map(({ label }) => say(label))],
    length: all.length,
    rows: (from, to) =>
      all
        .slice(from, to)
        .map(({ startMs, endMs = startMs + sizeMs, cells }) => [
          bucketTitle({ startMs, endMs }, locale),
          ...cells.map(cell),
        ]),
  };
}
