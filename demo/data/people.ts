import { chance, pick } from './chance';
import { USERS } from './organizations';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Before this day there was no organization, hence nobody and nothing. */
export const FIRST_DAY = Date.UTC(2023, 0, 2) / DAY_MS;

/** One learner of an organization. */
export interface Person {
  name: string;
  registeredAtMs: number;
  /** The share of working days on which they come, while they still come. */
  eagerness: number;
  /** The day (UTC, counted from 1970) after which they come no more. */
  lastDay: number;
}

/** The longest that anyone comes after registering. */
export const MAX_LIFE_DAYS = 300;

/** How busy a day is against a usual Tuesday: weekends are quiet, summers and Christmas too. */
export function rhythm(day: number): number {
  const date = new Date(day * DAY_MS);
  const weekday = [0.3, 0.95, 1, 0.98, 0.9, 0.7, 0.22][date.getUTCDay()] ?? 1;
  const month = date.getUTCMonth();
  const season = month === 6 || month === 7 ? 0.6 : month === 11 ? 0.8 : 1;
  return weekday * season;
}

/** The hour of a visit: mostly within working hours, now and then late. */
export function hourOf(...keys: (string | number)[]): number {
  const usual = [8, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17, 18, 19, 21];
  return chance('late', ...keys) < 0.05
    ? pick(24, 'hour', ...keys)
    : (usual[pick(usual.length, 'usual', ...keys)] ?? 12);
}

/** Those who registered on a day (UTC, counted from 1970) in an organization. */
export function registeredOn(orgKey: string, day: number): Person[] {
  if (day < FIRST_DAY) return [];
  if (day === FIRST_DAY) return namedPeople(orgKey);
  const size = orgKey === 'acme' ? 5 : 3;
  const growth = 1 + (0.25 * (day - FIRST_DAY)) / 365;
  const expected = size * growth * rhythm(day) * (0.6 + 0.8 * chance(orgKey, 'intake', day));
  const count = Math.floor(expected + chance(orgKey, 'round', day));
  return Array.from({ length: count }, (_, index) => {
    const name = `${orgKey}-${day}-${index}`;
    const lifeDays = 30 + (MAX_LIFE_DAYS - 30) * chance(name, 'life');
    return {
      name,
      registeredAtMs: day * DAY_MS + hourOf(name) * HOUR_MS + pick(HOUR_MS, name, 'moment'),
      eagerness: 0.05 + 0.35 * chance(name, 'eager'),
      lastDay: day + Math.floor(lifeDays),
    };
  });
}

/** The users of the pages have been there from the first day, and never leave. */
function namedPeople(orgKey: string): Person[] {
  return USERS.filter(({ memberships }) => memberships.some((it) => it.orgKey === orgKey)).map(
    ({ name }) => ({
      name,
      registeredAtMs: FIRST_DAY * DAY_MS + 9 * HOUR_MS,
      eagerness: 0.95,
      lastDay: Number.POSITIVE_INFINITY,
    }),
  );
}
