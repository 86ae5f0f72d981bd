import { money } from './format';
import { compactDollars } from './intl';

/** From this amount on, cents do not fit in a tile in any language. */
const COMPACT_FROM = 9999.995;

/** Formats US dollars for a headline: to the cent below ten thousand, shortened above: $12.3K. */
export const headlineMoney = (value: number, locale: string): string =>
  Math.abs(value) < COMPACT_FROM ? money(value, locale) : compactDollars(locale).format(value);
