import type { LocalWeek } from './week';

/** The stretch of a day in which most is said, and the days of which that is true. */
export interface Busiest {
  /** By their number, 0 is Sunday; empty where it is most days. */
  days: number[];
  fromHour: number;
  /** The hour that is no longer one of them. */
  toHour: number;
}

const LENGTH = 3;
/** A day belongs to the busiest if it has so much of what the busiest of all has. */
const NEAR = 0.75;
const MOST_NAMED = 3;
/** Fewer messages are no habit. */
const LEAST = 10;

/** The three busiest hours in a row and their days; null where there is too little to speak of. */
export function busiestOf({ days }: LocalWeek): Busiest | null {
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  if (days.reduce((sum, hours) => sum + total(hours), 0) < LEAST) return null;
  const within = (hours: number[], from: number) => total(hours.slice(from, from + LENGTH));
  const starts = Array.from({ length: 24 - LENGTH + 1 }, (_, hour) => hour);
  const all = (from: number) => days.reduce((sum, hours) => sum + within(hours, from), 0);
  const fromHour = starts.reduce((best, from) => (all(from) > all(best) ? from : best), 0);
  const byDay = days.map((hours) => within(hours, fromHour));
  const most = Math.max(...byDay);
  const near = byDay.flatMap((value, day) => (value >= NEAR * most && value > 0 ? [day] : []));
  return {
    days: near.length > MOST_NAMED ? [] : near,
    fromHour,
    toHour: fromHour + LENGTH,
  };
}
