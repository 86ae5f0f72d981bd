import { expect, it } from 'vitest';
import { counted } from './counted';

it.each([
  ['en', 1, 'insight_days_one 1'],
  ['en', 0, 'insight_days_other 0'],
  ['es', 1, 'insight_days_one 1'],
  ['en', 2500, 'insight_days_other 2,500'],
  ['es', 1_000_000, 'insight_days_other 1.000.000'],
  // In French, zero takes the form of one.
  ['fr', 0, 'insight_days_one 0'],
])('a text for a number has the form of the language: %s, %d', (locale, count, text) => {
  expect(counted('insight_days', count, (...said) => said.join(' '), locale)).toBe(text);
});
