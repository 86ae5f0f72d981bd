import { describe, expect, it } from 'vitest';
import { sampleFigures } from '@/utils/cards/fake-figures';
import { type CardStates, cardPhase } from '@/utils/cards/state';
import { boardPhase, commonFailure, isFresh, oldestFetch } from './board';

const NOW_MS = Date.UTC(2026, 10, 23, 14, 20);
const MINUTE_MS = 60_000;
const data = sampleFigures({ kind: '7d' }, false, NOW_MS);
const WEEK = { range: { kind: '7d' } } as const;
const offline = { kind: 'offline' } as const;

const fakeCards = (fetchedAtMs = NOW_MS): CardStates => ({
  cohorts: { data: data.cohorts, fetchedAtMs },
  cost: { data: data.cost, fetchedAtMs },
  feedback: { data: data.feedback, fetchedAtMs },
});

const quiet: CardStates = {
  cohorts: { data: { ...data.cohorts, points: [] } },
  cost: {
    data: { ...data.cost, total: 0, spans: data.cost.spans.map((span) => ({ ...span, cost: 0 })) },
  },
  feedback: { data: { ...data.feedback, points: [] } },
};

describe('cardPhase', () => {
  it('keeps figures that are there, whatever the last refresh came to', () => {
    const cards = { ...fakeCards(), cost: { data: data.cost, failure: offline } };
    expect(cardPhase(cards, 'cost', false)).toBe('ready');
    expect(cardPhase(cards, 'cost', true)).toBe('ready');
  });

  it('ends: a card without figures is loading only while something is on its way', () => {
    expect(cardPhase({}, 'cost', true)).toBe('loading');
    expect(cardPhase({}, 'cost', false)).toBe('error');
    expect(cardPhase({ cost: { failure: offline } }, 'cost', false)).toBe('error');
  });

  it('tells no activity from unknown', () => {
    expect(cardPhase(quiet, 'cohorts', false)).toBe('empty');
    expect(cardPhase(quiet, 'cost', false)).toBe('empty');
    const points = [{ startMs: 0, count: null }];
    const unknown = { feedback: { data: { ...data.feedback, points } } };
    expect(cardPhase(unknown, 'feedback', false)).toBe('ready');
  });
});

describe('boardPhase', () => {
  it('is settled only when every card is', () => {
    const { cost: _, ...two } = fakeCards();
    expect(boardPhase(two, true)).toBe('loading');
    expect(boardPhase({ ...two, cost: { failure: offline } }, false)).toBe('ready');
    expect(boardPhase(quiet, false)).toBe('empty');
    expect(boardPhase({ ...quiet, cost: { failure: offline } }, false)).toBe('error');
    expect(boardPhase({}, false)).toBe('error');
  });
});

describe('isFresh', () => {
  it('holds for five minutes', () => {
    expect(isFresh(fakeCards(NOW_MS - 4 * MINUTE_MS), WEEK, NOW_MS)).toBe(true);
    expect(isFresh(fakeCards(NOW_MS - 5 * MINUTE_MS), WEEK, NOW_MS)).toBe(false);
  });

  it('ends with the hour, day or month that the range ran up to', () => {
    const at = (beforeMs: number, kind: '24h' | '7d' | 'this-month' | 'last-month') => {
      const nowMs = beforeMs + 2 * MINUTE_MS;
      const asked = { ...data.feedback, asOfMs: beforeMs - 1000 };
      const cards = { feedback: { data: asked, fetchedAtMs: beforeMs } };
      return isFresh(cards, { range: { kind }, cards: ['feedback'] }, nowMs);
    };
    const hour = Date.UTC(2026, 10, 23, 14);
    expect(at(hour - MINUTE_MS, '24h')).toBe(false);
    expect(at(hour - MINUTE_MS, '7d')).toBe(true);
    const day = Date.UTC(2026, 10, 23);
    expect(at(day - MINUTE_MS, '7d')).toBe(false);
    expect(at(day - MINUTE_MS, 'last-month')).toBe(true);
    const month = Date.UTC(2026, 10, 1);
    expect(at(month - MINUTE_MS, 'this-month')).toBe(false);
    expect(at(month - MINUTE_MS, 'last-month')).toBe(false);
    // Asked for before midnight, answered after it.
    expect(at(day, '7d')).toBe(false);
  });

  it('trusts no stamp of the future', () => {
    expect(isFresh(fakeCards(NOW_MS + MINUTE_MS), WEEK, NOW_MS)).toBe(false);
  });

  it('asks again after a failure, but not for what was refused', () => {
    const failed = { failure: offline, failedAtMs: NOW_MS };
    expect(isFresh({ ...fakeCards(), cost: failed }, WEEK, NOW_MS)).toBe(false);
    const refused = { failure: { kind: 'forbidden' }, failedAtMs: NOW_MS } as const;
    expect(isFresh({ ...fakeCards(), cost: refused }, WEEK, NOW_MS)).toBe(true);
    expect(isFresh({ ...fakeCards(), cost: undefined }, WEEK, NOW_MS)).toBe(false);
  });
});

describe('what stands above the cards', () => {
  it('is as old as the oldest figure', () => {
    const cost = { data: data.cost, fetchedAtMs: NOW_MS - MINUTE_MS };
    expect(oldestFetch({ ...fakeCards(), cost })).toBe(NOW_MS - MINUTE_MS);
    expect(oldestFetch({ cost: { failure: offline } })).toBeNull();
  });

  it('says a failure once when all cards share it', () => {
    const one = { failure: offline };
    expect(commonFailure({ cohorts: one, cost: one, feedback: one })).toEqual(offline);
    expect(commonFailure({ cohorts: one, cost: one })).toBeNull();
  });
});
