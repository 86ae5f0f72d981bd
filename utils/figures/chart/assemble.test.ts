import { describe, expect, it } from 'vitest';
import { sayEnglish } from '@/utils/cards/fake-figures';
import { DAY_MS } from '../time/range';
import { assemble } from './assemble';
import { counts } from './writing';

const period = { startMs: 0, endMs: 2 * DAY_MS, aggregation: 'daily' as const };
const options = {
  asOfMs: 2 * DAY_MS,
  locale: 'en',
  say: sayEnglish,
  maxPoints: 60,
  compare: false,
};
const axisOf = (values: (number | null)[]) => {
  const days = values.map((_, index) => ({ startMs: index * DAY_MS }));
  const series = [{ tone: 'blue' as const, name: 'Users', values }];
  const { ticks, formatTick } = assemble(days, period, options, counts('en'), series);
  return ticks.map(formatTick).filter((text) => text !== '');
};

describe('the numbers of an axis', () => {
  it('reach above the highest known value', () => {
    expect(axisOf([null, 3]).at(-1)).toBe('3');
  });

  it('are those of zeros where nothing happened, and none where nothing is known', () => {
    expect(axisOf([0, 0])).toEqual(['0', '1']);
    expect(axisOf([null, null])).toEqual([]);
  });
});
