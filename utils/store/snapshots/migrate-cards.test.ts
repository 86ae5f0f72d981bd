import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { shownIn } from '@/utils/cards/state';
import { rangeKey } from '@/utils/figures/time/range';
import { identityKey } from '@/utils/identity';
import { parseSnapshot } from './snapshot';

const NOW_MS = Date.parse('2026-11-18T15:20:00Z');
const range = { kind: '7d' } as const;
const identity = {
  baseUrl: 'https://api.iblai.app/dm',
  org: 'acme',
  user: 'ada',
  mentorId: null,
  keyFingerprint: 'f1',
};
const period = { startMs: NOW_MS - 7 * 86_400_000, endMs: NOW_MS, aggregation: 'daily' };

/** A snapshot as 0.1.0 wrote it, for a deployment of the second generation and one of the first. */
const written = (cards: object) => ({
  identityKey: identityKey(identity),
  rangeKey: rangeKey(range),
  savedAtMs: NOW_MS,
  cards,
});
const point = { startMs: period.startMs, active: 4, registered: 9 };
const secondIn01 = {
  cohorts: {
    data: {
      kind: 'users',
      period,
      points: [],
      preceding: null,
      incomplete: false,
      users: { points: [point], active: 4, precedingActive: 2, registered: 9 },
    },
    fetchedAtMs: NOW_MS,
  },
  feedback: {
    data: {
      kind: 'ratings',
      period,
      points: [],
      preceding: null,
      ratings: { points: [{ startMs: period.startMs, rating: 4.5 }], precedingAverage: 4 },
    },
    fetchedAtMs: NOW_MS,
  },
};
const firstIn01 = {
  cohorts: {
    data: {
      kind: 'cohorts',
      period,
      points: [{ startMs: period.startMs, newUsers: 1, veteranUsers: 2 }],
      preceding: null,
      incomplete: false,
    },
    fetchedAtMs: NOW_MS,
  },
};

const parsed = (cards: object) => {
  const snapshot = parseSnapshot(written(cards), { identity, range, nowMs: NOW_MS });
  if (!snapshot) throw new Error('not kept');
  return snapshot.cards;
};

it('keeps what 0.1 stored of the second generation, each kind of figures as a card of its own', () => {
  const cards = parsed(secondIn01);
  expect(cards['active-users']?.data).toEqual({
    period,
    points: [point],
    active: 4,
    registered: 9,
    // Release 0.1 compared a day that was not over with whole days.
    asOfMs: 0,
    compared: null,
  });
  expect(cards.ratings?.data?.points).toEqual([{ startMs: period.startMs, rating: 4.5 }]);
  expect([shownIn(cards, 'cohorts'), shownIn(cards, 'feedback')]).toEqual([
    'active-users',
    'ratings',
  ]);
});

it('keeps what 0.1 stored of the first generation', () => {
  const { cohorts } = parsed(firstIn01);
  expect(cohorts?.data?.points).toEqual([
    { startMs: period.startMs, newUsers: 1, veteranUsers: 2 },
  ]);
  expect(cohorts?.failure).toBeUndefined();
});
