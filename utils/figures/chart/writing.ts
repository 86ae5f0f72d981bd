import { count, exactCount, money, rating } from '../format';
import { numberFormat } from '../intl';
import { moneyTicks } from './tick-format';

/** How a chart's values are written. */
export interface Writing {
  tick: (ticks: number[]) => (value: number) => string;
  exact: (value: number) => string;
  /** Counts have no ticks between whole numbers. */
  whole: boolean;
}

/** How counts are written. */
export const counts = (locale: string): Writing => ({
  tick: () => (value) => count(value, locale),
  exact: (value) => exactCount(value, locale),
  whole: true,
});

/** How amounts in US dollars are written. */
export const amounts = (locale: string): Writing => ({
  tick: (ticks) => moneyTicks(ticks, locale),
  exact: (value) => money(value, locale),
  whole: false,
});

const oneDecimal = numberFormat({ maximumFractionDigits: 1 });

/** How average ratings are written. */
export const averages = (locale: string): Writing => ({
  tick: () => (value) => oneDecimal(locale).format(value),
  exact: (value) => rating(value, locale),
  whole: false,
});
