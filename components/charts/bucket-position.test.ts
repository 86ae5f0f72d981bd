import { describe, expect, it } from 'vitest';
import { cohortsView } from '@/utils/cards/cohorts/view';
import { sampleFigures } from '@/utils/cards/fake-figures';
import { sketch } from '@/utils/figures/chart/sketch';
import { bucketAt, bucketByKey, xOfBucket } from './bucket-position';

const NOW_MS = Date.UTC(2026, 10, 23, 14, 20);
const WIDTH = 350;

function model(kind: '7d' | '90d', aggregation?: 'daily') {
  const range = aggregation ? { kind, aggregation } : { kind };
  const { cohorts } = sampleFigures(range, false, NOW_MS);
  return cohortsView.chart(cohorts, {
    asOfMs: NOW_MS,
    locale: 'en',
    say: (key) => key,
    maxPoints: WIDTH,
    compare: false,
  });
}

describe('xOfBucket', () => {
  it('is the middle of the column that the sketch draws', () => {
    const bars = model('7d');
    const { rects } = sketch(bars, WIDTH, 120);
    const first = rects[0];
    expect(first && first.x + first.width / 2).toBeCloseTo(xOfBucket(bars, WIDTH, 0));
  });

  it('is the point of the line that the sketch draws', () => {
    const lines = model('90d', 'daily');
    expect(lines.kind).toBe('lines');
    const path = sketch(lines, WIDTH, 120).lines[0]?.path ?? '';
    const last = Number(/L([\d.]+) [\d.]+$/.exec(path)?.[1]);
    expect(last).toBeCloseTo(xOfBucket(lines, WIDTH, lines.labels.length - 1), 0);
  });
});

describe('bucketAt', () => {
  it.each(['7d', '90d'] as const)('finds the bucket that stands at a place (%s)', (kind) => {
    const chart = kind === '7d' ? model('7d') : model('90d', 'daily');
    chart.labels.forEach((_, index) => {
      expect(bucketAt(chart, WIDTH, xOfBucket(chart, WIDTH, index))).toBe(index);
    });
  });

  it('stays within the chart', () => {
    const bars = model('7d');
    expect(bucketAt(bars, WIDTH, -50)).toBe(0);
    expect(bucketAt(bars, WIDTH, 5000)).toBe(6);
    expect(bucketAt({ ...bars, labels: [] }, WIDTH, 100)).toBeNull();
  });
});

describe('bucketByKey', () => {
  it.each([
    ['ArrowRight', null, 0],
    ['ArrowLeft', null, 6],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 3, 2],
    ['Home', 3, 0],
    ['End', 3, 6],
    ['Tab', 3, undefined],
  ])('%s from %s leads to %s', (key, from, to) => {
    expect(bucketByKey(key, from, 7)).toBe(to);
  });
});
