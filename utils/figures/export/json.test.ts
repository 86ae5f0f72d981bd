import { expect, it } from 'vitest';
import { cohorts, cost, named, START_MS } from './fake-cards';
import { toJson } from './json';

it('has numbers, days, instants, whose figures they are, and what they are compared with', () => {
  expect(JSON.parse(toJson([cohorts, cost], START_MS))).toMatchObject({
    exportedAt: '2026-11-11T00:00:00Z',
    cards: [
      {
        card: 'cohorts',
        scope: { organization: 'acme', user: null, agent: null },
        start: '2026-11-11',
        end: '2026-11-13',
        asOf: '2026-11-13T01:00:00Z',
        comparedWith: { start: '2026-11-08', end: '2026-11-10' },
        figures: [
          {
            figure: 'new-users',
            unit: 'users',
            overall: 7,
            overallBefore: 5,
            values: [
              { start: '2026-11-11', end: '2026-11-11', state: 'finished', value: 2 },
              { value: 1 },
              { state: 'running', value: 4 },
            ],
            valuesBefore: [{ start: '2026-11-08', value: 5 }, { value: null }, { value: 0 }],
          },
          { figure: 'veteran-users', values: [{}, { value: null }, { value: 123_456_789 }] },
        ],
      },
      {
        scope: { user: 'ada' },
        start: '2026-11-11T00:00:00Z',
        end: '2026-11-11T02:00:00Z',
        comparedWith: null,
        figures: [{ values: [{ value: 2.61567 }, { value: 0.000004 }] }],
      },
    ],
  });
});

it('says null of what is unknown, and of a time before that is not compared', () => {
  const [figure] = JSON.parse(toJson([cost], START_MS)).cards[0].figures;
  expect(figure).toMatchObject({ overall: null, overallBefore: null, valuesBefore: null });
});

it('says what a change compares, of what has ended', () => {
  const [figure] = cost.figures;
  if (!figure) throw new Error('no figure');
  const compared = {
    now: { startMs: START_MS, endMs: START_MS + 86_400_000 },
    before: { startMs: START_MS - 86_400_000, endMs: START_MS },
    value: 3,
    preceding: 2,
    byDay: false,
  };
  const json = toJson([{ ...cost, figures: [{ ...figure, change: 0.5, compared }] }], START_MS);
  expect(JSON.parse(json).cards[0].figures[0]).toMatchObject({
    change: 0.5,
    compared: {
      start: '2026-11-11',
      end: '2026-11-11',
      with: { start: '2026-11-10', end: '2026-11-10' },
      value: 3,
      valueBefore: 2,
      byDay: false,
    },
  });
});

it('fault 87: holds no text that turns or hides another', () => {
  const json = toJson([named('ac\u202eme')], START_MS);
  expect(JSON.parse(json).cards[0].scope.user).toBe('acme');
});
