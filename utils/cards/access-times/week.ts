import { dateFormat } from '@/utils/figures/text/intl';
import { HOUR_MS } from '@/utils/figures/time/range';
import type { AccessTimesData } from './data';

/** The hours of a week in one time zone: `days[0]` is Sunday. */
export interface LocalWeek {
  days: number[][];
  /** Minutes after the full hour at which an hour of the API begins here, as in India. */
  minutes: number;
}

/** By how many minutes the reader's clock is ahead of UTC when the period ends, or now. */
export const aheadMinutes = ({ period }: AccessTimesData, nowMs: number): number =>
  -new Date(Math.min(period.endMs, nowMs)).getTimezoneOffset();

/**
 * Hours of UTC as they lie in the week of a clock that is so many minutes ahead. Where that is no whole
 * hour, each hour stands where it begins.
 */
export function localWeek({ hours }: AccessTimesData, ahead: number): LocalWeek {
  const shift = Math.floor(ahead / 60);
  const at = (slot: number) =>
    hours[(((slot - shift) % hours.length) + hours.length) % hours.length];
  return {
    days: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (__, hour) => at(day * 24 + hour) ?? 0),
    ),
    minutes: ahead - shift * 60,
  };
}

/** The days of a week in the order in which a locale counts them; 0 is Sunday. */
export function weekOrder(locale: string): number[] {
  const first = firstDayOf(locale);
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7);
}

/** Regions whose week begins on Sunday, for browsers that do not say. */
const FROM_SUNDAY = ['US', 'CA', 'MX', 'BR', 'CO', 'PE', 'IN', 'JP', 'KR', 'TW', 'IL', 'ZA', 'PH'];

interface WeekInfo {
  firstDay: number;
}

function firstDayOf(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo } =
    new Intl.Locale(locale);
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  if (info) return info.firstDay % 7;
  return FROM_SUNDAY.includes(known.maximize().region ?? '') ? 0 : 1;
}

/** 1970-01-04, a Sunday. */
const SUNDAY_MS = 3 * 24 * HOUR_MS;
const short = dateFormat({ weekday: 'short', timeZone: 'UTC' });
const long = dateFormat({ weekday: 'long', timeZone: 'UTC' });
const timeOfDay = dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

export const dayName = (day: number, locale: string, form: 'short' | 'long'): string =>
  (form === 'short' ? short : long)(locale).format(SUNDAY_MS + day * 24 * HOUR_MS);

/** The time at which an hour begins: "14:00", or "14:30" where hours begin so. */
export const hourName = (hour: number, minutes: number, locale: string): string =>
  timeOfDay(locale).format(SUNDAY_MS + hour * HOUR_MS + minutes * 60_000);
