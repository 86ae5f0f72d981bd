import { money } from './format';
import { compactDollars } from './intl';

/** From here on cents have no room in a tile, in no language. */
const COMPACT_FROM = 9999.995;

/** US dollars for a headline: to the cent below ten thousand, short above: $12.3K. */
export const headlineMoney = (value: number, locale: string): string =>
  Math.abs(value) < COMPACT_FROM ? money(value, locale) : compactDollars(locale).format(value);
