import type { Say } from '@/utils/failure';
import { monthOf } from '../time/months';
import { type Interval, isSameInterval, type Period } from '../time/period';
import { DAY_MS, HOUR_MS } from '../time/range';
import { isRepeated } from '../time/repeated-hour';
import { dateFormat, dollarFormat, numberFormat } from './intl';

const oneDecimal = numberFormat({ maximumFractionDigits: 1 });
const compact = numberFormat({ notation: 'compact', maximumFractionDigits: 1 });
const twoDecimals = numberFormat({ maximumFractionDigits: 2 });
const share = numberFormat({ style: 'percent' });
const signedShare = numberFormat({ style: 'percent', signDisplay: 'exceptZero' });

/** Formats a count for a headline: 1.2K from ten thousand on, at most one decimal below that. */
export const count = (value: number, locale: string): string =>
  (Math.abs(value) < 10_000 ? oneDecimal : compact)(locale).format(value);

/** Formats a count with all its digits; averages with two decimals. */
export const exactCount = (value: number, locale: string): string =>
  twoDecimals(locale).format(value);

/** Formats a count as a headline; with all its digits where `exact`. */
export const headlineCount = (value: number, locale: string, exact: boolean): string =>
  (exact ? exactCount : count)(value, locale);

const bothDecimals = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Formats an average rating with two decimals. */
export const rating = (value: number, locale: string): string => bothDecimals(locale).format(value);

const toCents = dollarFormat(2);
const toFourDecimals = dollarFormat(4);
const LEAST_SHOWN = 0.0001;

/**
 * Formats US dollars to the cent; amounts below a cent with four decimals, and still smaller ones
 * with "<".
 */
export function money(value: number, locale: string): string {
  // Adding zero turns -0 into 0.
  if (value === 0 || Math.abs(value) >= 0.01) {
    // The formatter rounds the decimal text of a number: the float 9.995 is slightly smaller than
    // that, and still gives $10.00.
    return toCents(locale).format(value + 0);
  }
  if (Math.abs(value) >= LEAST_SHOWN / 2) return toFourDecimals(locale).format(value);
  return value > 0
    ? `<${toFourDecimals(locale).format(LEAST_SHOWN)}`
    : `>${toFourDecimals(locale).format(-LEAST_SHOWN)}`;
}

/** Formats a change in whole per cent with a plus or minus; "=" where it rounds to zero. */
export function percentChange(ratio: number, locale: string): string {
  const rounded = Math.round(ratio * 100) / 100;
  return rounded === 0 ? '=' : signedShare(locale).format(rounded);
}

/** Formats a share in whole per cent. */
export const percent = (ratio: number, locale: string): string => share(locale).format(ratio);

/**
 * Returns a ratio in whole per cent, never rounded up. A small amount is added because floats are
 * inexact: 0.29 * 100.
 */
export const wholePercent = (ratio: number): number => Math.floor(ratio * 100 + 1e-9);

/**
 * Formats the spent part of a budget in whole per cent; less than all of it is never shown as 100
 * %.
 */
export const percentSpent = (ratio: number, locale: string): string =>
  percent(wholePercent(ratio) / 100, locale);

const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const days = dateFormat(DAY);
const dayWithWeekday = dateFormat({ ...DAY, weekday: 'short' });
const weekdayAndDay = dateFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const HOURS = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
const hours = dateFormat(HOURS);
const hoursWithWeekday = dateFormat({ ...HOURS, weekday: 'short' });
const hoursWithZone = dateFormat({ ...HOURS, weekday: 'short', timeZoneName: 'shortOffset' });

/**
 * Formats the days of a period, marked as UTC, or its hours in local time: "Nov 3 – 9, 2026 UTC"; "All
 * time to Nov 9, 2026 UTC".
 */
export function dayRange({ startMs, endMs, cut }: Period, say: Say, locale: string): string {
  if (cut === 'all') return say('ui_all_time', days(locale).format(endMs - 1));
  if (endMs % DAY_MS !== 0 || startMs % DAY_MS !== 0) {
    return hours(locale).formatRange(startMs, endMs);
  }
  return `${days(locale).formatRange(startMs, endMs - 1)} UTC`;
}

/** Formats the full name of a time span for tooltip and table; days are UTC, hours local. */
export function bucketTitle(interval: Interval, locale: string): string {
  const { startMs, endMs } = interval;
  const lengthMs = endMs - startMs;
  if (isSameInterval(interval, monthOf(startMs))) return monthOfYear(locale).format(startMs);
  if (lengthMs < DAY_MS) {
    const format = (isRepeated(startMs) ? hoursWithZone : hoursWithWeekday)(locale);
    return lengthMs <= HOUR_MS ? format.format(startMs) : format.formatRange(startMs, endMs);
  }
  return lengthMs === DAY_MS
    ? dayWithWeekday(locale).format(startMs)
    : days(locale).formatRange(startMs, endMs - 1);
}

/** Formats the weekday and day of an instant, in UTC: "Tuesday, Nov 17". */
export const longDay = (startMs: number, locale: string): string =>
  weekdayAndDay(locale).format(startMs);

const timeOfDay = dateFormat({ timeStyle: 'short' });
const shortDay = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' });

/**
 * Formats an instant (epoch ms) as a local time of day, with its day where that is not today: "9:15
 * AM (Thu, Nov 26)".
 */
export function clockTime(ms: number, nowMs: number, locale: string): string {
  const time = timeOfDay(locale).format(ms);
  const isToday = new Date(ms).toDateString() === new Date(nowMs).toDateString();
  return isToday ? time : `${time} (${shortDay(locale).format(ms)})`;
}

const month = dateFormat({ month: 'long', timeZone: 'UTC' });
const monthOfYear = dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Formats the month (UTC) of an instant: "November". */
export const monthName = (ms: number, locale: string): string => month(locale).format(ms);
