// @vitest-environment node
import { expect, it } from 'vitest';
import { mostGrown } from './growth';

type Counts = Record<string, number | null>;
const listOf = (counts: Counts, more = false) => ({
  rows: Object.entries(counts).map(([name, conversations]) => ({
    ...{ name, conversations },
    ...{ messages: null, rating: null, rated: null },
  })),
  more,
});
const most = (now: Counts, before: Counts, more: { now?: boolean; before?: boolean } = {}) =>
  mostGrown(listOf(now, more.now), listOf(before, more.before))?.name ?? null;

it('is the topic with the largest growth; one that was not there had none', () => {
  expect(most({ Limits: 9, Series: 7 }, { Limits: 4, Series: 1 })).toBe('Series');
  expect(most({ Limits: 9, Series: 7 }, { Limits: 1 })).toBe('Limits');
  expect(most({ Limits: 9, Series: 7 }, { Limits: 9, Series: 8 })).toBeNull();
});

it('is none while another one may have grown more', () => {
  expect(most({ Limits: 9, Series: null }, { Limits: 4 })).toBeNull();
  expect(most({ Limits: 9, Series: 7 }, { Limits: 4 }, { before: true })).toBeNull();
  expect(most({ Limits: 9, Series: 2 }, { Limits: 4 }, { before: true })).toBe('Limits');
});

it('knows of an unread page only that it has less, and only where pages are in order', () => {
  const now = { Limits: 9, Series: 4 };
  expect(most(now, { Limits: 2, Series: 4 }, { now: true })).toBe('Limits');
  expect(most(now, { Limits: 6, Series: 4 }, { now: true })).toBeNull();
  expect(most({ Series: 4, Limits: 9 }, { Limits: 2, Series: 4 }, { now: true })).toBeNull();
});
