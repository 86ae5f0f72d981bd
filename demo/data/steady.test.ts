import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from './people';
import { DOUBLED_FROM_MS } from './steady';
import { visitsOf } from './visits';

const DAY = Date.UTC(2026, 2, 20);
const told = (orgKey: string, fromMs: number, toMs: number) => {
  const visits = visitsOf(orgKey, fromMs, toMs, toMs);
  return {
    cost: visits.reduce(
      (sum, { costMicros, person }) => sum + (person.name === 'iris' ? costMicros : 0),
      0,
    ),
    people: new Set(visits.flatMap(({ person, isFirst }) => (isFirst ? [] : person.name))).size,
    registered: visits.filter(({ isFirst }) => isFirst).length,
    feedback: visits.filter(({ hasFeedback }) => hasFeedback).length,
  };
};
const times = (figures: ReturnType<typeof told>, factor: number) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value * factor]));

describe('the steady organization', () => {
  it('has the same every day, up to every minute of it', () => {
    for (const minutes of [1, 97, 613, 1440]) {
      const ms = minutes * 60_000;
      const days = [0, 1, 8, 40].map((back) => DAY - back * DAY_MS);
      const [first, ...others] = days.map((startMs) => told('steady', startMs, startMs + ms));
      for (const other of others) expect(other).toEqual(first);
    }
  });

  it('grows evenly through the day', () => {
    const quarter = told('steady', DAY, DAY + 6 * HOUR_MS);
    const day = told('steady', DAY, DAY + DAY_MS);
    expect(day).toMatchObject({ cost: 4 * quarter.cost, registered: 4 * quarter.registered });
  });

  it('doubles everything from one instant on, where it is the doubled one', () => {
    const before = told('doubled', DOUBLED_FROM_MS - DAY_MS, DOUBLED_FROM_MS);
    expect(told('doubled', DOUBLED_FROM_MS, DOUBLED_FROM_MS + DAY_MS)).toEqual(times(before, 2));
  });
});
