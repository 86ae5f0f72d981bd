import { describe, expect, it } from 'vitest';
import { labelIndices, niceScale, tickDecimals } from './scale';
import { moneyTicks } from './tick-format';

describe('the value axis', () => {
  it.each([
    [0, true, [0, 1]],
    [3, true, [0, 1, 2, 3]],
    [10, true, [0, 5, 10]],
    [57, true, [0, 20, 40, 60]],
    [100, true, [0, 25, 50, 75, 100]],
    [0.3, false, [0, 0.1, 0.2, 0.3]],
    [12.4, false, [0, 5, 10, 15]],
  ])('up to %d (whole: %s) is %j', (highest, whole, ticks) => {
    expect(niceScale(highest, whole)).toEqual(ticks);
  });

  it('covers whatever is drawn, with few round ticks', () => {
    for (let highest = 0.0007; highest < 1e12; highest *= 1.37) {
      for (const whole of [true, false]) {
        const ticks = niceScale(highest, whole);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(6);
        if (whole) expect(ticks.every(Number.isInteger)).toBe(true);
      }
    }
  });

  it.each([
    [0.0008, ['$0.0000', '$0.0002', '$0.0004', '$0.0006', '$0.0008']],
    [0.1, ['$0.000', '$0.025', '$0.050', '$0.075', '$0.100']],
    [12, ['$0.00', '$5.00', '$10.00', '$15.00']],
    [300, ['$0', '$100', '$200', '$300']],
    [40_000, ['$0', '$10K', '$20K', '$30K', '$40K']],
  ])('up to %d dollars reads as %j, none rounded to another', (highest, texts) => {
    const ticks = niceScale(highest, false);
    expect(ticks.map(moneyTicks(ticks, 'en'))).toEqual(texts);
  });

  it('has as many decimals as its step', () => {
    expect([[0, 1], [0, 0.25], [0, 2.5], [0, 0.002], [0]].map(tickDecimals)).toEqual([
      0, 2, 1, 3, 0,
    ]);
  });
});

it('labels never run into each other nor over the edge', () => {
  const labels = (length: number, text: string, kind: 'bars' | 'lines' = 'bars') => ({
    labels: Array<string>(length).fill(text),
    kind,
  });
  expect(labelIndices(labels(7, 'Tue 3'), 350)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(labelIndices(labels(7, '10:00 PM'), 350)).toEqual([0, 2, 4, 6]);
  expect(labelIndices(labels(20, 'Nov 17'), 350)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  expect(labelIndices(labels(0, ''), 350)).toEqual([]);
  // The last point of a line lies on the edge itself.
  expect(labelIndices(labels(7, 'Tue 3', 'lines'), 350)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(labelIndices(labels(1, 'Tue 3', 'lines'), 350)).toEqual([0]);
});
