import { expect, it } from 'vitest';
import { spread } from './stats';

it('gives median and quartiles, whatever the order', () => {
  expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, lower: 2, upper: 4, count: 5 });
  expect(spread([1, 2])).toEqual({ median: 1.5, lower: 1.25, upper: 1.75, count: 2 });
});

it('refuses to summarize nothing', () => {
  expect(() => spread([])).toThrow('empty');
});
