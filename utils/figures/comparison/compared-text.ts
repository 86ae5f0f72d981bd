import type { Say } from '@/utils/failure';
import { exactCount, monthName } from '../text/format';
import { dateFormat } from '../text/intl';
import { monthOf } from '../time/months';
import type { Interval } from '../time/period';
import { DAY_MS, HOUR_MS } from '../time/range';
import type { Compared } from './comparison';

const DAY = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const days = dateFormat(DAY);
const daysOfYears = dateFormat({ ...DAY, year: 'numeric' });
const dayAndMinute = dateFormat({ ...DAY, hour: 'numeric', minute: '2-digit' });
const hours = dateFormat({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

/**
 * Returns the two times that a change compares, in words: "Nov 19 – 24 with Nov 12 – 17", "October
 * (31 days) with September (30 days), by the day". Days are UTC, hours are local.
 */
export function comparedText({ now, before, byDay }: Compared, say: Say, locale: string): string {
  const inYears = yearOf(now.startMs) !== yearOf(before.startMs);
  const [ours, theirs] = [now, before].map((interval) => intervalText(interval, inYears, locale));
  if (!byDay) return say('compared_with', ours ?? '', theirs ?? '');
  const count = ({ startMs, endMs }: Interval) => exactCount((endMs - startMs) / DAY_MS, locale);
  return say('compared_by_day', ours ?? '', count(now), theirs ?? '', count(before));
}

function intervalText({ startMs, endMs }: Interval, inYears: boolean, locale: string): string {
  const isDays = startMs % DAY_MS === 0;
  if (isDays && endMs % DAY_MS === 0) {
    const month = monthOf(startMs);
    if (month.startMs === startMs && month.endMs === endMs) return monthName(startMs, locale);
    return (inYears ? daysOfYears : days)(locale).formatRange(startMs, endMs - 1);
  }
  if (!isDays && endMs % HOUR_MS === 0) return hours(locale).formatRange(startMs, endMs);
  // The last day is not complete and ends at this minute.
  return `${dayAndMinute(locale).formatRange(startMs, endMs)} UTC`;
}

const yearOf = (ms: number) => new Date(ms).getUTCFullYear();
