import { compactDollars, dollarFormat } from '../intl';
import { tickDecimals } from './scale';

/** From here on cents would not fit beside the axis, nor would they say anything there. */
const WHOLE_FROM = 100;
const COMPACT_FROM = 10_000;

/** Writes the amounts of a value axis: all with the same decimals, at least two where they matter. */
export function moneyTicks(ticks: number[], locale: string): (value: number) => string {
  const top = ticks.at(-1) ?? 0;
  const decimals = tickDecimals(ticks);
  const format =
    top >= COMPACT_FROM
      ? compactDollars(locale)
      : dollarFormat(top >= WHOLE_FROM && decimals === 0 ? 0 : Math.max(2, decimals))(locale);
  return (value) => format.format(value);
}
