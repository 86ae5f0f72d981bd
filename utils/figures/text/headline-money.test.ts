import { expect, it } from 'vitest';
import { plainSpaces } from '@/utils/cards/fake-figures';
import { headlineMoney } from './headline-money';

it.each([
  [0, 'en', '$0.00'],
  [9999.99, 'en', '$9,999.99'],
  [9999.996, 'en', '$10K'],
  [12345.67, 'en', '$12.3K'],
  [293_317_552.47, 'en', '$293.3M'],
  [-12345.67, 'en', '-$12.3K'],
  [12345.67, 'es', '12,3 mil $'],
  [293_317_552.47, 'es', '293,3 M $'],
])('%d in %s is %s', (value, locale, text) =>
  expect(plainSpaces(headlineMoney(value, locale))).toBe(text));

it.each([
  'en',
  'es',
  'fr',
  'de',
  'ja',
  'ar',
  'hi',
  'pt-BR',
])('is short in %s, however much it is', (locale) => {
  for (let power = -4; power < 15; power += 1) {
    for (const value of [1.234567 * 10 ** power, -9.87654 * 10 ** power]) {
      expect(headlineMoney(value, locale).length).toBeLessThanOrEqual(20);
    }
  }
});
