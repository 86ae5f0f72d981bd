import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinIndices } from './thin';

it('keeps everything that fits', () => {
  expect(thinIndices([[1, 2, 3]], 3)).toEqual([0, 1, 2]);
});

it('keeps order, ends and the highest and lowest value', () => {
  const values = fc.array(fc.integer(), { minLength: 50, maxLength: 2000 });
  fc.assert(
    fc.property(values, fc.integer({ min: 10, max: 40 }), (series, most) => {
      const kept = thinIndices([series], most);
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
      expect([kept[0], kept.at(-1)]).toEqual([0, series.length - 1]);
      const drawn = kept.map((index) => series[index] ?? 0);
      expect(Math.max(...drawn)).toBe(Math.max(...series));
      expect(Math.min(...drawn)).toBe(Math.min(...series));
    }),
  );
});

it('takes nothing unknown for the lowest value', () => {
  const series = Array.from({ length: 400 }, (_, i) => (i % 2 ? null : 5 + (i % 9)));
  const kept = thinIndices([series], 42);
  expect(kept.slice(1, -1).every((index) => series[index] !== null)).toBe(true);
});

it('fault 38: thins 100,000 points to what a canvas shows', () => {
  const series = Array.from({ length: 100_000 }, (_, i) => (i === 77_777 ? 9999 : i % 7));
  const kept = thinIndices([series], 370);
  expect(kept).toContain(77_777);
  expect(kept.length).toBeLessThanOrEqual(370);
});
