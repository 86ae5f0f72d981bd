import { count, exactCount, money, rating } from '../text/format';
import { numberFormat } from '../text/intl';
import { moneyTicks } from './tick-format';

/** The formatting of a chart's values. */
export interface Writing {
  tick: (ticks: number[]) => (value: number) => string;
  exact: (value: number) => string;
  /** Whether ticks may only be whole numbers, as for counts. */
  whole: boolean;
  /** The values on the axis where they are always the same; for higher values others are found. */
  ticks?: number[];
}

/** Returns the formatting of counts. */
export const counts = (locale: string): Writing => ({
  tick: () => (value) => count(value, locale),
  exact: (value) => exactCount(value, locale),
  whole: true,
});

/** Returns the formatting of amounts in US dollars. */
export const amounts = (locale: string): Writing => ({
  tick: (ticks) => moneyTicks(ticks, locale),
  exact: (value) => money(value, locale),
  whole: false,
});

const oneDecimal = numberFormat({ maximumFractionDigits: 1 });

/** Returns the formatting of average ratings. */
export const averages = (locale: string): Writing => ({
  tick: () => (value) => oneDecimal(locale).format(value),
  exact: (value) => rating(value, locale),
  whole: false,
  // Ratings end at five, so an axis to six would promise a better one.
  ticks: [0, 1, 2, 3, 4, 5],
});
