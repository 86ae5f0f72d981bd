import { describe, expect, it } from 'vitest';
import { plainSpaces, sayEnglish } from '@/utils/cards/fake-figures';
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

it('names a week that the period cuts by its days in full, by the whole week below the axis', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const weeks = ['2026-10-26', '2026-11-02', '2026-11-09'].map((text) => ({ startMs: day(text) }));
  const weekly = {
    startMs: day('2026-10-29'),
    endMs: day('2026-11-11'),
    aggregation: 'weekly' as const,
  };
  const series = [{ tone: 'blue' as const, name: 'Users', values: [1, 2, 3] }];
  // A day after the period has ended its last week is no longer running.
  const asked = { ...options, asOfMs: day('2026-11-12') };
  const { titles, labels, openIndex } = assemble(weeks, weekly, asked, counts('en'), series);
  expect(titles.map(plainSpaces)).toEqual([
    'Oct 29 – Nov 1, 2026',
    'Nov 2 – 8, 2026',
    'Nov 9 – 10, 2026',
  ]);
  expect(labels[0]).toContain('Oct 26');
  expect(openIndex).toBeNull();
});

it('names the week below a first column that holds its last days alone', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const period = {
    startMs: day('2026-10-29'),
    endMs: day('2026-11-11'),
    aggregation: 'weekly',
  } as const;
  const spans = [
    ['2026-10-29', '2026-11-02'],
    ['2026-11-02', '2026-11-09'],
    ['2026-11-09', '2026-11-11'],
  ].map(([from = '', to = '']) => ({ startMs: day(from), endMs: day(to) }));
  const series = [{ tone: 'plum' as const, name: 'Cost', values: [1, 2, 3] }];
  const { labels } = assemble(spans, period, options, counts('en'), series);
  expect(labels.map(plainSpaces)).toEqual(['w/c Oct 26', 'w/c Nov 2', 'w/c Nov 9']);
});

describe('the numbers of an axis', () => {
  it('reach above the highest known value', () => {
    expect(axisOf([null, 3]).at(-1)).toBe('3');
  });

  it('are those of zeros where nothing happened, and none where nothing is known', () => {
    expect(axisOf([0, 0])).toEqual(['0', '1']);
    expect(axisOf([null, null])).toEqual([]);
  });
});
