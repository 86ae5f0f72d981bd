import { expect } from 'vitest';
import { DAY_MS, FIRST_DAY } from '../demo/data/people';
import { expectedConversations, hoursIn } from '../demo/expected/conversations';
import { expectedGen2 } from '../demo/expected/gen2';
import { periodOf } from '../utils/figures/time/period';
import type { Range } from '../utils/figures/time/range';
import { expectedOf, NOW_MS } from './expected';

/** The figures of a panel, read by their stable names. */
export interface Seen {
  /** The state of each card, in order. */
  cards: Record<string, string>;
  kpis: Record<string, number | null>;
  topics: { topic: string; value: number }[];
  hours: { day: number; hour: number; value: number }[];
  /** The names of the cards that can't be had. */
  missing: string[];
}

/** Reads all of that within a page, for either browser's debugger. */
export const SEE = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)].map(({ dataset }) => dataset);
  const number = (text) => (text ? Number(text) : null);
  return JSON.stringify({
    cards: Object.fromEntries(all('section[data-card]').map(({ card, state }) => [card, state])),
    kpis: Object.fromEntries(all('output[data-kpi]').map(({ kpi, value }) => [kpi, number(value)])),
    topics: all('[data-topic]').map(({ topic, value }) => ({ topic, value: Number(value) })),
    hours: all('[data-day][data-hour]').map(({ day, hour, value }) => (
      { day: Number(day), hour: Number(hour), value: Number(value) })),
    missing: all('[data-not-served]').flatMap(({ notServed }) => notServed.split(' ')),
  });
})()`;

interface Wanted {
  generation: '1' | '2';
  /** By how many minutes the reader's clock is ahead of UTC. */
  ahead: number;
  mentorId?: string;
  range?: Range;
}

/** Whose figures, over the days of a range; the demo's all time begins with its first visit. */
function whoseOf(range: Range, mentorId?: string) {
  const { startMs, endMs } = periodOf(range, NOW_MS);
  return {
    ...{ orgKey: 'acme', nowMs: NOW_MS, endMs },
    startMs: range.kind === 'all' ? FIRST_DAY * DAY_MS : startMs,
    ...(mentorId ? { mentorId } : {}),
  };
}

/** The headline figures of all cards, counted from the demo's own records. */
function kpisWanted({ generation, mentorId, range }: Wanted & { range: Range }) {
  const whose = whoseOf(range, mentorId);
  const { conversations, sessions } = expectedConversations(whose);
  if (generation === '1') {
    const first = expectedOf('ada', range, mentorId ?? null);
    return {
      'new-users': first.newUsers,
      'veteran-users': first.veteranAverage,
      cost: first.cost,
      feedback: first.feedback,
      conversations,
      sessions,
    };
  }
  const all = expectedGen2(whose);
  // The day that runs is no part of an average.
  const rated = all.ratingByDay.slice(0, -1).flatMap((value) => (value === null ? [] : value));
  return {
    'active-users': all.activeUsers,
    'registered-users': all.registeredUsers,
    cost: expectedGen2({ ...whose, userName: 'ada' }).cost,
    'average-rating': rated.reduce((sum, value) => sum + value, 0) / rated.length,
    conversations,
    sessions,
  };
}

const SHOWN = {
  '1': ['cohorts', 'cost', 'feedback', 'conversations', 'topics'],
  '2': ['active-users', 'cost', 'ratings', 'conversations', 'topics', 'access-times'],
};

/** Expects every card to be there and to be right, and the line to name those that can't be. */
export function expectSeen(seen: Seen, wanted: Wanted): void {
  const { generation, ahead, mentorId, range = { kind: '30d' } } = wanted;
  expect(seen.cards).toEqual(Object.fromEntries(SHOWN[generation].map((name) => [name, 'ready'])));
  for (const [name, value] of Object.entries(kpisWanted({ ...wanted, range }))) {
    expect(seen.kpis[name], name).toBeCloseTo(value, 6);
  }
  const whose = whoseOf(range, mentorId);
  const { topics, hours } = expectedConversations(whose);
  const most = [...topics.values()].map((topic) => topic.conversations).sort((a, b) => b - a);
  expect(seen.topics.map(({ value }) => value)).toEqual(most.slice(0, 10));
  for (const { topic, value } of seen.topics) {
    expect(value, topic).toBe(topics.get(topic)?.conversations);
  }
  if (generation === '1') {
    expect(seen.missing).toEqual(['access-times', 'ratings']);
    expect(seen.hours).toEqual([]);
    return;
  }
  expect(seen.missing).toEqual([]);
  const here = hoursIn(hours, ahead);
  expect(seen.hours).toHaveLength(168);
  for (const { day, hour, value } of seen.hours) expect(value).toBe(here[day]?.[hour]);
}

/** A card of the second generation, and the operation whose failure leaves it without figures. */
export const FAILING_ALONE = [
  // Where the stand-in can't be had either, the failure stands on the card itself.
  ['cohorts', '/analytics/users/'],
  ['cost', '/analytics/financial/'],
  ['conversations', '/analytics/conversations/'],
  ['topics', '/analytics/topics/'],
  ['access-times', '/analytics/time/'],
  ['ratings', '/analytics/ratings/'],
] as const;

/** Expects this card to have failed, and all others but the stand-in's place to be ready. */
export function expectFailedAlone({ cards }: Seen, name: string): void {
  const { [name]: failed, ...others } = cards;
  expect(failed).toBe('error');
  const rest = Object.entries(others).filter(([other]) => other !== 'feedback');
  expect(rest.length).toBeGreaterThanOrEqual(5);
  expect(rest.every(([, state]) => state === 'ready')).toBe(true);
}
