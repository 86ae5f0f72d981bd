import type { Say } from '@/utils/failure';
import { dateFormat } from '../text/intl';
import { WEEK_MS } from '../time/buckets';
import { DAY_MS } from '../time/range';
import { isRepeated } from '../time/repeated-hour';

const hour = dateFormat({ hour: 'numeric', minute: '2-digit' });
const hourWithZone = dateFormat({
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'shortOffset',
});
const DAY_AND_HOUR = { day: 'numeric', month: 'short', hour: 'numeric' } as const;
const dayAndHour = dateFormat(DAY_AND_HOUR);
const dayAndMinute = dateFormat({ ...DAY_AND_HOUR, minute: '2-digit' });
const weekday = dateFormat({ weekday: 'short', timeZone: 'UTC' });
const dayOfMonth = dateFormat({ day: 'numeric', timeZone: 'UTC' });
const day = dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = dateFormat({ month: 'short', timeZone: 'UTC' });
const monthOfYear = dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The common properties of a chart's columns. */
export interface Axis {
  /** From the first column's start to the last one's end. */
  lengthMs: number;
  /** The widest column. */
  columnMs: number;
  /** Whether the columns are months. */
  isMonthly?: boolean;
  locale: string;
  say: Say;
}

/**
 * Returns the label of a column, as short as possible: "14:00", "Nov 3, 2 PM" (hours are local);
 * "Mon 3", "Nov 3", "w/c Nov 3", "Nov", "Nov 2025" (days are UTC).
 */
export function axisLabel(startMs: number, axis: Axis): string {
  const { lengthMs, columnMs, locale, say } = axis;
  if (columnMs < DAY_MS) return hourLabel(startMs, lengthMs)(locale).format(startMs);
  if (lengthMs > 366 * DAY_MS) return monthOfYear(locale).format(startMs);
  if (axis.isMonthly) return month(locale).format(startMs);
  if (lengthMs <= 8 * DAY_MS && columnMs < WEEK_MS) {
    return `${weekday(locale).format(startMs)} ${dayOfMonth(locale).format(startMs)}`;
  }
  const date = day(locale).format(startMs);
  return columnMs === WEEK_MS ? say('chart_week_of', date) : date;
}

function hourLabel(startMs: number, lengthMs: number) {
  if (lengthMs <= 2 * DAY_MS) return isRepeated(startMs) ? hourWithZone : hour;
  // Columns begin at full hours of UTC, which are not full hours in every time zone.
  return new Date(startMs).getMinutes() === 0 ? dayAndHour : dayAndMinute;
}
