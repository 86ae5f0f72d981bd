import { describe, expect, it } from 'vitest';
import { sayEnglish, saySpanish } from '../fake-figures';
import { busiestOf } from './busiest';
import { busiestSentence } from './view';
import { dayName, hourName, weekOrder } from './week';

/** A week with so many messages at these hours, [day, hour, count]. */
function weekOf(...cells: [day: number, hour: number, count: number][]) {
  const days = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const [day, hour, count] of cells) {
    const hours = days[day];
    if (hours) hours[hour] = count;
  }
  return { days, minutes: 0 };
}

describe('the busiest hours', () => {
  const week = weekOf([2, 14, 9], [2, 16, 9], [4, 15, 16], [1, 15, 5], [6, 3, 8]);

  it('are three in a row on the days that have most', () => {
    expect(busiestOf(week)).toEqual({ days: [2, 4], fromHour: 14, toHour: 17 });
    expect(busiestSentence(week, sayEnglish, 'en-GB')).toBe(
      'Mostly Tuesday and Thursday, 14:00 to 17:00.',
    );
    expect(busiestSentence({ ...week, minutes: 30 }, saySpanish, 'es')).toBe(
      'Sobre todo martes y jueves, de 14:30 a 17:30.',
    );
  });

  it('are those of most days where no three stand out, to midnight at the latest', () => {
    const late = weekOf(...[1, 2, 3, 4, 5].map((day): [number, number, number] => [day, 23, 7]));
    expect(busiestOf(late)).toEqual({ days: [], fromHour: 21, toHour: 24 });
    expect(busiestSentence(late, sayEnglish, 'en-GB')).toBe('On most days from 21:00 to 0:00.');
  });

  it('are none where there is too little to speak of', () => {
    expect(busiestOf(weekOf([2, 14, 9]))).toBeNull();
    expect(busiestSentence(weekOf(), sayEnglish, 'en')).toBe('');
  });
});

describe('a week', () => {
  it('begins as the locale’s does', () => {
    expect(weekOrder('en-US')).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(weekOrder('en-GB')[0]).toBe(1);
    expect(weekOrder('es')[0]).toBe(1);
  });

  it('has its days and hours in the locale’s words', () => {
    expect([dayName(0, 'en', 'long'), dayName(6, 'es', 'long')]).toEqual(['Sunday', 'sábado']);
    expect([hourName(14, 0, 'en-GB'), hourName(5, 30, 'en-GB')]).toEqual(['14:00', '5:30']);
  });
});
