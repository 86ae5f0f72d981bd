import { DAY_MS, HOUR_MS } from '../people';
import type { Behaviour } from './answer';
import type { Aggregation, SeriesAsked } from './params';

/** The Monday before 1970, from which weeks are counted. */
const FIRST_MONDAY_MS = -3 * DAY_MS;

const LENGTH_MS: Record<Aggregation, number> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
};

/** The beginning of the UTC hour, day or week (from Monday) in which an instant lies. */
function periodOf(atMs: number, aggregation: Aggregation): number {
  const length = LENGTH_MS[aggregation];
  const origin = aggregation === 'weekly' ? FIRST_MONDAY_MS : 0;
  return origin + Math.floor((atMs - origin) / length) * length;
}

/** Groups what happened by period, sorted; with `fillGaps` every period asked for is there. */
export function byPeriod<T extends { atMs: number }>(
  items: T[],
  { startMs, endMs, aggregation }: SeriesAsked,
  fillGaps: boolean,
): [number, T[]][] {
  const periods = new Map<number, T[]>();
  if (fillGaps) {
    const length = LENGTH_MS[aggregation];
    for (let ms = periodOf(startMs, aggregation); ms < endMs; ms += length) periods.set(ms, []);
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
