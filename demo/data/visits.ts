import { chance, pick } from './chance';
import { findUser, mentorsOf, modelBy } from './organizations';
import {
  DAY_MS,
  FIRST_DAY,
  HOUR_MS,
  hourOf,
  MAX_LIFE_DAYS,
  type Person,
  registeredOn,
  rhythm,
} from './people';
import { isSteady, steadyRegistered, steadyVisits } from './steady';
import { talkOf } from './talk';
import type { Visit } from './visit';

const visitsByDay = new Map<string, Visit[]>();
const peopleByDay = new Map<string, Person[]>();

/**
 * The visits of an organization in [startMs, endMs), sorted, none of them after now. The same for
 * the same instants whenever and how often it is asked.
 */
export function visitsOf(orgKey: string, startMs: number, endMs: number, nowMs: number): Visit[] {
  const until = Math.min(endMs, nowMs);
  const visits: Visit[] = [];
  const firstDay = Math.max(FIRST_DAY, Math.floor(startMs / DAY_MS));
  for (let day = firstDay; day * DAY_MS < until; day++) {
    const ofDay = remembered(visitsByDay, orgKey, day, visitsOn);
    visits.push(...ofDay.filter(({ atMs }) => atMs >= startMs && atMs < until));
  }
  return visits;
}

/** Those who registered on a day (UTC, counted from 1970) in an organization of any kind. */
export const registeredIn = (orgKey: string, day: number): Person[] =>
  remembered(peopleByDay, orgKey, day, isSteady(orgKey) ? steadyRegistered : registeredOn);

function visitsOn(orgKey: string, day: number): Visit[] {
  if (isSteady(orgKey)) return steadyVisits(orgKey, day);
  const people = [...peopleOn(orgKey, FIRST_DAY)];
  for (let from = Math.max(FIRST_DAY + 1, day - MAX_LIFE_DAYS); from <= day; from++) {
    people.push(...peopleOn(orgKey, from));
  }
  return people.flatMap((person) => visitsBy(person, orgKey, day)).sort((a, b) => a.atMs - b.atMs);
}

/** A person's visits on a day; the first of all is the registration itself. */
function visitsBy(person: Person, orgKey: string, day: number): Visit[] {
  const { name, registeredAtMs, eagerness, lastDay } = person;
  const registersToday = Math.floor(registeredAtMs / DAY_MS) === day;
  const comes = day <= lastDay && chance(name, orgKey, 'comes', day) < eagerness * rhythm(day);
  if (!registersToday && !comes) return [];
  const count = registersToday ? 1 : 1 + pick(isNamed(name) ? 8 : 3, name, orgKey, 'often', day);
  return Array.from({ length: count }, (_, index): Visit => {
    const keys = [name, orgKey, day, index];
    const atMs =
      day * DAY_MS + hourOf(...keys) * HOUR_MS + pick(HOUR_MS / 1000, 'moment', ...keys) * 1000;
    const hasFeedback = chance('feedback', ...keys) < 0.16;
    const mentorId = mentorIn(orgKey, ...keys);
    return {
      atMs: registersToday ? registeredAtMs : atMs,
      person,
      mentorId,
      isFirst: registersToday,
      hasFeedback,
      rating: hasFeedback ? 1 + Math.floor(5 * chance('rating', ...keys) ** 0.4) : null,
      model: modelBy(chance('model', ...keys)),
      costMicros: costOf(isNamed(name), ...keys),
      ...talkOf(orgKey, mentorId, day, keys),
    };
  });
}

/** Mentors are not equally popular: the first of an organization has two thirds of the visits. */
function mentorIn(orgKey: string, ...keys: (string | number)[]): string {
  const mentors = mentorsOf(orgKey);
  const index = chance('mentor', ...keys) < 0.5 ? 0 : pick(mentors.length, 'which', ...keys);
  return mentors[index]?.id ?? '';
}

/** Most conversations are short and cheap, some are long. */
function costOf(named: boolean, ...keys: (string | number)[]): number {
  const mostTens = named ? 42_000 : 9_000;
  return 10 * (120 + Math.floor(mostTens * chance('cost', ...keys) ** 2));
}

function isNamed(name: string): boolean {
  return findUser(name) !== undefined;
}

function peopleOn(orgKey: string, day: number): Person[] {
  return remembered(peopleByDay, orgKey, day, registeredOn);
}

function remembered<T>(
  known: Map<string, T>,
  orgKey: string,
  day: number,
  make: (orgKey: string, day: number) => T,
): T {
  const name = `${orgKey} ${day}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = make(orgKey, day);
  known.set(name, made);
  return made;
}
