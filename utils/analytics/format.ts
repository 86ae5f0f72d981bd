import type { Period } from './period';
import { type Aggregation, DAY_MS, HOUR_MS } from './range';

/**
 * Everything a person reads as a number, an amount, a time: through `Intl`, in the locale given.
 * Formatters are kept, as making one costs more than a hundred uses.
 */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const kept = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, kept);
  return kept;
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const kept = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, kept);
  return kept;
}

/** A count short enough for a headline: 1.2K from ten thousand on, at most one decimal below. */
export function count(value: number, locale: string): string {
  if (Math.abs(value) < 10_000) return numbers(locale, { maximumFractionDigits: 1 }).format(value);
  return numbers(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A count with every digit; averages to two decimals. */
export const exactCount = (value: number, locale: string) =>
  numbers(locale, { maximumFractionDigits: 2 }).format(value);

/** US dollars to the cent; amounts below a cent to four decimals. */
export function money(value: number, locale: string): string {
  const digits = value !== 0 && Math.abs(value) < 0.01 ? 4 : 2;
  const whole = digits === 2 ? Math.round(value * 100) / 100 + 0 : value;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numbers(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...options,
  }).format(whole);
}

/** A change in whole per cent with its sign; "=" where it rounds to none. */
export function percentChange(ratio: number, locale: string): string {
  const rounded = Math.round(ratio * 100) / 100;
  if (rounded === 0) return '=';
  return numbers(locale, { style: 'percent', signDisplay: 'exceptZero' }).format(rounded);
}

/** A share in whole per cent. */
export const percent = (ratio: number, locale: string) =>
  numbers(locale, { style: 'percent' }).format(ratio);

/** The days of a period, named as UTC, or its hours in local time: "3 – 9 Nov 2026 UTC". */
export function dayRange(period: Period, locale: string): string {
  if (period.endMs % DAY_MS !== 0 || period.startMs % DAY_MS !== 0) {
    return dates(locale, {
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    }).formatRange(period.startMs, period.endMs);
  }
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return `${dates(locale, options).formatRange(period.startMs, period.endMs - 1)} UTC`;
}

/** What stands under a column: "14:00" (local), "Mon 3" or "3 Nov" (UTC). */
export function axisLabel(
  startMs: number,
  aggregation: Aggregation,
  lengthMs: number,
  locale: string,
): string {
  if (aggregation === 'hourly') return hour(startMs, locale);
  const short = lengthMs <= 8 * DAY_MS;
  return dates(locale, {
    ...(short ? { weekday: 'short', day: 'numeric' } : { day: 'numeric', month: 'short' }),
    timeZone: 'UTC',
  }).format(startMs);
}

/** The whole name of a stretch, for tooltip and table; days are UTC, hours local. */
export function bucketTitle(
  { startMs, endMs }: { startMs: number; endMs: number },
  locale: string,
): string {
  if (endMs - startMs < DAY_MS) {
    const options = {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    } as const;
    const format = dates(locale, options);
    return endMs - startMs <= HOUR_MS ? format.format(startMs) : format.formatRange(startMs, endMs);
  }
  const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return endMs - startMs === DAY_MS
    ? dates(locale, { ...day, weekday: 'short' }).format(startMs)
    : dates(locale, day).formatRange(startMs, endMs - 1);
}

/** The weekday and day of an instant, in UTC: "Tuesday, 17 Nov". */
export const longDay = (startMs: number, locale: string) =>
  dates(locale, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    startMs,
  );

/** A time of day, local. */
export const hour = (ms: number, locale: string) =>
  dates(locale, { hour: 'numeric', minute: '2-digit' }).format(ms);

/** How long ago, in words: "3 min ago". Anything below a minute, or ahead of us, is "now". */
export function age(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
}

// Controls, zero-width and direction-changing characters: they could make one name read as another.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text from outside, fit to be shown: no invisible or direction-changing characters, at most `max` long. */
export function safeText(text: string, max = 80): string {
  const visible = text
    .slice(0, max * 8)
    .toWellFormed()
    .replace(UNSEEN, '')
    .trim();
  const characters = [...visible];
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : visible;
}
