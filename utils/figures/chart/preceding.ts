import type { ChartOptions, Series } from './model';

/** The series of the range before, as a list to be spread: empty unless it is wanted and known. */
export function precedingSeries(
  values: (number | null)[] | undefined,
  length: number,
  { compare, say }: ChartOptions,
): Series[] {
  if (!compare || !values?.length) return [];
  return [{ tone: 'preceding', name: say('chart_preceding'), values: values.slice(0, length) }];
}
