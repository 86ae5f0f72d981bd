import { expect, it } from 'vitest';
import { exportDetails } from './export-details';
import { costOf, feedbackOf, sayEnglish } from './fake-figures';

const whose = { user: 'Ada', organization: 'Acme', mentor: 'Tutor' };

it('name the scope of each card: a cost of all mentors is not of the one looked at', () => {
  const cost = exportDetails('cost', costOf([1, 2], 6), whose, sayEnglish);
  expect(cost).toMatchObject({ scope: 'Ada · all mentors', isOfMentor: false });
  const narrowed = exportDetails('cost', { ...costOf([1]), ofMentor: true }, whose, sayEnglish);
  expect(narrowed).toMatchObject({ scope: 'Ada · Tutor', isOfMentor: true });
  const feedback = exportDetails('feedback', feedbackOf([1], 2), whose, sayEnglish);
  expect(feedback).toMatchObject({ scope: 'Acme · Tutor', isOfMentor: true });
  const all = exportDetails('feedback', feedbackOf([1], 2), { ...whose, mentor: null }, sayEnglish);
  expect(all.isOfMentor).toBe(false);
});

it('hold each headline figure with what its change compares', () => {
  const { headline, asOf } = exportDetails('cost', costOf([1, 2], 6), whose, sayEnglish);
  expect(asOf).toBe('2026-11-13T00:00:00.000Z');
  expect(headline).toEqual([
    {
      name: 'cost',
      value: 3,
      change: -0.5,
      compared: {
        value: 3,
        preceding: 6,
        byDay: false,
        now: { from: '2026-11-11T00:00:00.000Z', to: '2026-11-13T00:00:00.000Z' },
        before: { from: '2026-11-09T00:00:00.000Z', to: '2026-11-11T00:00:00.000Z' },
      },
    },
  ]);
});
