import { DAY_MS, HOUR_MS } from '../data/people';
import type { Behaviour } from './answer';
import type { Aggregation } from './params';

/** The second generation knows months besides. */
export type Granularity = Aggregation | 'monthly';

interface Span {
  startMs: number;
  /** Not itself included. */
  endMs: number;
  aggregation: Granularity;
}

/** The Monday before 1970, from which weeks are counted. */
const FIRST_MONDAY_MS = -3 * DAY_MS;

const LENGTH_MS: Record<Aggregation, number> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
};

/** The beginning of the UTC hour, day, week (from Monday) or month in which an instant lies. */
export function periodOf(atMs: number, aggregation: Granularity): number {
  if (aggregation === 'monthly') return monthOf(atMs, 0);
  const length = LENGTH_MS[aggregation];
  const origin = aggregation === 'weekly' ? FIRST_MONDAY_MS : 0;
  return origin + Math.floor((atMs - origin) / length) * length;
}

/** The beginning of the period after this one. */
export function nextPeriod(periodMs: number, aggregation: Granularity): number {
  return aggregation === 'monthly' ? monthOf(periodMs, 1) : periodMs + LENGTH_MS[aggregation];
}

function monthOf(atMs: number, offset: number): number {
  const date = new Date(atMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset);
}

/** Groups what happened by period, sorted; with `fillGaps` every period asked for is there. */
export function byPeriod<T extends { atMs: number }>(
  items: T[],
  { startMs, endMs, aggregation }: Span,
  fillGaps: boolean,
): [number, T[]][] {
  const periods = new Map<number, T[]>();
  if (fillGaps) {
    let ms = periodOf(startMs, aggregation);
    for (; ms < endMs; ms = nextPeriod(ms, aggregation)) periods.set(ms, []);
  }
  for (const item of items) {
    const period = periodOf(item.atMs, aggregation);
    const group = periods.get(period);
    if (group) group.push(item);
    else periods.set(period, [item]);
  }
  return [...periods].sort(([a], [b]) => a - b);
}

/** A time as the API writes it. */
export function timeText(ms: number, { zoneless }: Behaviour): string {
  const text = new Date(ms).toISOString().slice(0, 19);
  return zoneless ? text.replace('T', ' ') : `${text}Z`;
}
