import type { ChartOptions, Series } from './model';

/** Returns the series of the preceding range as a list; empty unless it is wanted and known. */
export function precedingSeries(
  values: (number | null)[] | undefined,
  length: number,
  { compare, say }: ChartOptions,
): Series[] {
  if (!compare || !values?.length) return [];
  return [{ tone: 'preceding', name: say('chart_preceding'), values: values.slice(0, length) }];
}
