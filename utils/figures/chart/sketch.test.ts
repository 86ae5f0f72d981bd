import { describe, expect, it } from 'vitest';
import { cohortsView } from '@/utils/cards/cohorts/view';
import { EXAMPLE_NOW_MS, exampleCohorts, sayEnglish } from '@/utils/cards/fake-figures';
import { FRAME } from './layout';
import { sketch } from './sketch';

const options = { asOfMs: EXAMPLE_NOW_MS, locale: 'en', say: sayEnglish, maxPoints: 400 };
const model = cohortsView.chart(exampleCohorts, { ...options, compare: true });

describe('the first sketch', () => {
  const drawn = sketch(model, 400, 128);

  it('stands on the frame that the canvas keeps to', () => {
    expect(Math.min(...drawn.grid.map(({ y }) => y))).toBe(FRAME.top);
    expect(Math.max(...drawn.grid.map(({ y }) => y))).toBe(128 - FRAME.bottom);
    expect(drawn.grid[0]).toMatchObject({ x1: FRAME.left, x2: 400 - FRAME.right });
  });

  it('puts the new users of a day right on its veterans, and draws no unknown', () => {
    const [veteran, fresh] = [drawn.rects[0], drawn.rects.find(({ tone }) => tone === 'amber')];
    expect(fresh?.x).toBe(veteran?.x);
    expect((fresh?.y ?? 0) + (fresh?.height ?? 0)).toBeCloseTo(veteran?.y ?? -1);
    expect(drawn.rects).toHaveLength(5);
    expect(drawn.lines.map(({ tone }) => tone)).toEqual(['preceding']);
  });

  it('marks the bucket that still runs', () => {
    expect(drawn.rects.filter(({ open }) => open).map(({ tone }) => tone)).toEqual([
      'green',
      'amber',
    ]);
  });

  it('leaves a gap where a line is unknown, and a dot where it has no neighbour', () => {
    const line = (values: (number | null)[]) =>
      sketch({ ...model, series: [{ tone: 'running', name: '', values }] }, 400, 128).lines[0]
        ?.path;
    expect(line([1, 2, null])).toMatch(/^M[\d. ]+L[\d. ]+$/);
    expect(line([1, null, 2])).toMatch(/^M[\d. ]+m.*aM?.*M[\d. ]+m.*a/);
    expect(line([null, null, null])).toBe('');
  });
});
