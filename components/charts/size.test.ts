// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { knowBoard, plotHeight } from './size';

const page = (layout: 'compact' | 'tall', width: number, height: number) => {
  document.documentElement.dataset.layout = layout;
  Object.assign(window, { innerWidth: width, innerHeight: height });
};
afterEach(() => knowBoard({ cards: 3, besidesPx: 0 }));

it('is less in a popup that has more to show, as far as it can still be read', () => {
  page('compact', 400, 600);
  const heightBeside = (besidesPx: number) => {
    knowBoard({ cards: 3, besidesPx });
    return plotHeight();
  };
  expect([0, 37, 44, 1000].map(heightBeside)).toEqual([106, 99, 97, 79]);
});

it('lets two rows of a wide panel be seen, and gives one row all the room', () => {
  page('tall', 1440, 900);
  const heightOf = (cards: number) => {
    knowBoard({ cards, besidesPx: 0 });
    return plotHeight();
  };
  expect(heightOf(4)).toBe(480);
  expect([5, 8, 20].map(heightOf)).toEqual([270, 270, 270]);
  page('tall', 320, 900);
  expect(heightOf(3)).toBe(heightOf(8));
});
