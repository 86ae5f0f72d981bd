import type { ChartModel, Series } from './model';

const isColumn = ({ tone }: Series) => !['preceding', 'running', 'budget'].includes(tone);

/** Returns the series that are stacked as columns; none in a chart of lines. */
export const columnsOf = ({ kind, series }: Layers): Series[] =>
  kind === 'bars' ? series.filter(isColumn) : [];

/** Returns the series that are drawn as lines, which are not stacked. */
export const linesOf = ({ kind, series }: Layers): Series[] =>
  kind === 'bars' ? series.filter((one) => !isColumn(one)) : series;

type Layers = Pick<ChartModel, 'kind' | 'series'>;

/** Returns the highest value drawn: columns are stacked, lines are not. */
export function highestOf(layers: Layers): number {
  const columns = columnsOf(layers);
  const length = Math.max(0, ...columns.map(({ values }) => values.length));
  let top = 0;
  for (let index = 0; index < length; index += 1) {
    let stack = 0;
    for (const { values } of columns) stack += Math.max(0, values[index] ?? 0);
    if (stack > top) top = stack;
  }
  for (const { values } of linesOf(layers)) {
    for (const value of values) if (value !== null && value > top) top = value;
  }
  return top;
}

/** Whether a known value lies between two unknown ones, so that no line would show it. */
export const standsAlone = (values: (number | null)[], index: number): boolean =>
  isKnown(values[index]) && !isKnown(values[index - 1]) && !isKnown(values[index + 1]);

const isKnown = (value: number | null | undefined) => value !== null && value !== undefined;
