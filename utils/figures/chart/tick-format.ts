import { compactDollars, dollarFormat } from '../text/intl';
import { tickDecimals } from './scale';

/** From this value on, cents do not fit beside the axis and are not needed. */
const WHOLE_FROM = 100;
const COMPACT_FROM = 10_000;

/**
 * Returns a formatter for the amounts of a value axis: all with the same number of decimals, at
 * least two where cents matter.
 */
export function moneyTicks(ticks: number[], locale: string): (value: number) => string {
  const top = ticks.at(-1) ?? 0;
  const decimals = tickDecimals(ticks);
  const format =
    top >= COMPACT_FROM
      ? compactDollars(locale)
      : dollarFormat(top >= WHOLE_FROM && decimals === 0 ? 0 : Math.max(2, decimals))(locale);
  return (value) => format.format(value);
}
