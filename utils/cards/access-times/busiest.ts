import type { LocalWeek } from './week';

/** The hours of the day with the most messages, and the weekdays to which that applies. */
export interface Busiest {
  /** Weekday numbers, 0 is Sunday; empty if it applies to most days. */
  days: number[];
  fromHour: number;
  /** The first hour after the busiest hours. */
  toHour: number;
}

const LENGTH = 3;
/** A day is among the busiest if it has at least this share of the messages of the busiest day. */
const NEAR = 0.75;
const MOST_NAMED = 3;
/** With fewer messages no busiest hours are reported. */
const LEAST = 10;

/** Returns the three busiest hours in a row and their days; null if there are too few messages. */
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
