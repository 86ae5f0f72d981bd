import { findMentor } from '../data/organizations';
import { type Answer, refused } from './answer';
import { dayOf, wrong } from './params';

type Choices<T extends string> = readonly [T, ...T[]];

/** Reads the parameters of one request and remembers what is wrong with them. */
export interface Reader {
  required: <const T extends string>(name: string, choices: Choices<T>) => T;
  choice: <const T extends string, F extends T | null>(
    name: string,
    choices: Choices<T>,
    fallback: F,
  ) => T | F;
  /** Null where it is not given. */
  text: (name: string) => string | null;
  /** A whole number from 1 on. */
  count: (name: string, fallback: number, most?: number) => number;
  /** A day's beginning in UTC; required. */
  day: (name: string) => number;
  /** The unique id of a mentor; null where it is not given. */
  mentor: (orgKey: string) => string | null;
  /** Says that a parameter is wrong, and why. */
  refuse: (name: string, reason: string) => void;
  /** The answer to a request that is not in order; null when it is. */
  refusal: () => Answer | null;
}

/** A reader which, asked for everything, knows all that is wrong at once, as the API does. */
export function readerOf(query: URLSearchParams): Reader {
  const problems: Record<string, string[]> = {};
  let unknownMentor = false;
  const refuse = (name: string, reason: string) => {
    problems[name] = [reason];
  };
  const oneOf = <T extends string>(name: string, choices: Choices<T>): T | null => {
    const given = query.get(name);
    const found = choices.find((it) => it === given);
    if (given !== null && found === undefined) refuse(name, `"${given}" is not a valid choice.`);
    return found ?? null;
  };
  return {
    refuse,
    choice: (name, choices, fallback) => oneOf(name, choices) ?? fallback,
    required(name, choices) {
      if (query.get(name) === null) refuse(name, 'This field is required.');
      return oneOf(name, choices) ?? choices[0];
    },
    text(name) {
      if (query.get(name) === '') refuse(name, 'This field may not be blank.');
      return query.get(name);
    },
    count(name, fallback, most = Number.MAX_SAFE_INTEGER) {
      const given = query.get(name) ?? String(fallback);
      const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
      if (Number.isNaN(value)) refuse(name, 'A valid integer is required.');
      else if (value < 1) refuse(name, 'Ensure this value is greater than or equal to 1.');
      else if (value > most) refuse(name, `Ensure this value is less than or equal to ${most}.`);
      return value;
    },
    day(name) {
      const given = query.get(name);
      const ms = given === null ? null : dayOf(given);
      if (given === null) refuse(name, 'This field is required.');
      else if (ms === null) refuse(name, 'Date has wrong format. Use: YYYY-MM-DD.');
      return ms ?? Number.NaN;
    },
    mentor(orgKey) {
      const given = query.get('mentor_unique_id');
      if (given === null) return null;
      if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given)) {
        refuse('mentor_unique_id', 'Must be a valid UUID.');
      }
      unknownMentor = findMentor(orgKey, given) === undefined;
      return given;
    },
    refusal() {
      if (Object.keys(problems).length > 0) return wrong(problems).answer;
      return unknownMentor ? refused(404, 'Mentor not found.') : null;
    },
  };
}
