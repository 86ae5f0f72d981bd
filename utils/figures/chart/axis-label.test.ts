import { expect, it } from 'vitest';
import { plainSpaces, sayEnglish, saySpanish } from '@/utils/cards/fake-figures';
import { DAY_MS, HOUR_MS } from '../time/range';
import { axisLabel } from './axis-label';

const NOV_3 = Date.parse('2026-11-03T00:00:00Z');
const english = (columnMs: number, lengthMs: number, startMs = NOV_3) =>
  plainSpaces(axisLabel(startMs, { columnMs, lengthMs, locale: 'en', say: sayEnglish }));

it.each([
  [DAY_MS, 7 * DAY_MS, 'Tue 3'],
  [DAY_MS, 30 * DAY_MS, 'Nov 3'],
  [3 * DAY_MS, 30 * DAY_MS, 'Nov 3'],
  [7 * DAY_MS, 90 * DAY_MS, 'w/c Nov 3'],
  [14 * DAY_MS, 90 * DAY_MS, 'Nov 3'],
  [7 * DAY_MS, 400 * DAY_MS, 'Nov 2026'],
])('columns of %i ms in %i ms are labelled as %s', (columnMs, lengthMs, label) => {
  expect(english(columnMs, lengthMs)).toBe(label);
});

it('tells the hours of several days apart by their day', () => {
  const local = new Date(2026, 10, 3, 14).getTime();
  expect(english(2 * HOUR_MS, DAY_MS, local)).toBe('2:00 PM');
  expect(english(HOUR_MS, 10 * DAY_MS, local)).toBe('Nov 3, 2 PM');
});

it('labels the months of a year by their names, those of more with the year', () => {
  const axis = { columnMs: 31 * DAY_MS, isMonthly: true, locale: 'en', say: sayEnglish };
  expect(axisLabel(NOV_3, { ...axis, lengthMs: 366 * DAY_MS })).toBe('Nov');
  expect(axisLabel(NOV_3, { ...axis, lengthMs: 400 * DAY_MS })).toBe('Nov 2026');
});

it('speaks Spanish', () => {
  const axis = { columnMs: 7 * DAY_MS, lengthMs: 90 * DAY_MS, locale: 'es', say: saySpanish };
  expect(axisLabel(NOV_3, axis)).toBe('sem. 3 nov');
});
