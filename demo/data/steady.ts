import { type Model, mentorsOf } from './organizations';
import { DAY_MS, FIRST_DAY, HOUR_MS, type Person } from './people';
import type { Visit } from './visit';

/**
 * Two organizations in which every day is the same, growing evenly from its first minute to its last:
 * for tests of comparisons, which have to be silent there. `doubled` has twice as much of everything
 * from an instant on.
 */
const STEADY_ORGS = ['steady', 'doubled'] as const;

/** When everything doubles in the organization `doubled`: a Saturday, the beginning of a UTC day. */
export const DOUBLED_FROM_MS = Date.UTC(2026, 2, 14);

export const isSteady = (orgKey: string): boolean => STEADY_ORGS.some((key) => key === orgKey);

const SLOT_MS = 10 * 60_000;
const SLOTS = DAY_MS / SLOT_MS;
const STAFF = 24;
const TOPICS = ['Steps', 'Scales', 'Rests'];
const MODELS: Model[] = [
  { name: 'gpt-4o', provider: 'openai' },
  { name: 'gpt-4o-mini', provider: 'openai' },
];

const everSince = (name: string): Person => ({
  name,
  registeredAtMs: FIRST_DAY * DAY_MS,
  eagerness: 1,
  lastDay: Number.POSITIVE_INFINITY,
});
const crew = (orgKey: string, suffix: string, first: string) => [
  everSince(first),
  ...Array.from({ length: STAFF }, (_, n) => everSince(`${orgKey}-staff-${n}${suffix}`)),
];
const USER = 'iris';

/** Those who registered on a day: one every two hours; on the first day everybody who stays. */
export function steadyRegistered(orgKey: string, day: number): Person[] {
  const startMs = day * DAY_MS;
  if (day < FIRST_DAY) return [];
  if (day === FIRST_DAY) return [...crew(orgKey, '', USER), ...crew(orgKey, '-twin', 'iris-twin')];
  return copies(orgKey, startMs).flatMap((copy) =>
    Array.from({ length: 12 }, (_, n) => ({
      name: `${orgKey}-${day}-${n}${copy}`,
      registeredAtMs: startMs + n * 2 * HOUR_MS + 5 * 60_000,
      eagerness: 0,
      lastDay: day,
    })),
  );
}

const copies = (orgKey: string, dayMs: number): string[] =>
  orgKey === 'doubled' && dayMs >= DOUBLED_FROM_MS ? ['', '-twin'] : [''];

/** The visits of a day: a user and one of the others every ten minutes, and those who register. */
export function steadyVisits(orgKey: string, day: number): Visit[] {
  if (day < FIRST_DAY) return [];
  const dayMs = day * DAY_MS;
  const mentors = mentorsOf(orgKey);
  const twice = copies(orgKey, dayMs);
  const visit = (person: Person, slot: number, atMs: number, isFirst: boolean): Visit => ({
    atMs,
    person,
    mentorId: mentors[slot % mentors.length]?.id ?? '',
    isFirst,
    hasFeedback: !isFirst && slot % 6 < 2,
    rating: !isFirst && slot % 6 < 2 ? 3 + 2 * (slot % 2) : null,
    model: MODELS[slot % MODELS.length] ?? { name: 'gpt-4o', provider: 'openai' },
    topic: isFirst ? 'Welcome' : (TOPICS[slot % TOPICS.length] ?? 'Welcome'),
    messages: 4,
    action: 'chat',
    costMicros: person.name === USER ? 50_000 * twice.length : 10_000,
  });
  const regular = twice.flatMap((copy) => {
    const [user, ...staff] = crew(orgKey, copy, `${USER}${copy}`);
    return Array.from({ length: SLOTS }, (_, slot) => slot).flatMap((slot) => {
      const atMs = dayMs + slot * SLOT_MS;
      return [user, staff[slot % STAFF]].flatMap((person) =>
        person ? visit(person, slot, atMs, false) : [],
      );
    });
  });
  const fresh = day === FIRST_DAY ? [] : steadyRegistered(orgKey, day);
  const first = fresh.map((person, n) => visit(person, n, person.registeredAtMs, true));
  return [...regular, ...first].sort((a, b) => a.atMs - b.atMs);
}
