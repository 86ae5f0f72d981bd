import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { CountPoint } from '@/utils/figures/series';
import { pack, type SeriesKind, seriesOf } from './packed';

const HOUR_MS = 3_600_000;
const kind: SeriesKind<CountPoint> = {
  point: z.object({ startMs: z.number(), count: z.nullable(z.number()) }),
  columns: 1,
  values: ({ count }) => [count],
  build: (startMs, [count = null]) => ({ startMs, count }),
};
const schema = seriesOf(kind);
const points = (length: number) =>
  Array.from({ length }, (_, index) => ({
    startMs: index * HOUR_MS,
    count: index % 7 === 0 ? null : index / 4,
  }));
/** Returns a value as the database returns it. */
const rested = (value: unknown) => schema.safeParse(structuredClone(value));

describe('a series at rest', () => {
  it.each([0, 1, 999, 1000, 8760])('of %i points comes back as it was', (length) => {
    expect(rested(pack(points(length), kind)).data).toEqual(points(length));
  });

  it('fault 38: is packed when it is long, and read in no long task', () => {
    const packed = structuredClone(pack(points(100_000), kind));
    expect(Array.isArray(packed)).toBe(false);
    const times = Array.from({ length: 5 }, () => {
      const startMs = performance.now();
      expect(schema.safeParse(packed).success).toBe(true);
      return performance.now() - startMs;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });

  const startMs = Float64Array.from([0, HOUR_MS]);
  const count = Float64Array.from([1, 2]);
  it.each<[string, unknown]>([
    ['no columns', { startMs }],
    ['a column that is missing', { startMs, columns: [] }],
    ['a column too many', { startMs, columns: [count, count] }],
    ['a column that is too short', { startMs, columns: [count.slice(1)] }],
    ['a column of something else', { startMs, columns: [[1, 2]] }],
    ['a time that is none', { startMs: Float64Array.from([0, Number.NaN]), columns: [count] }],
    ['an endless count', { startMs, columns: [Float64Array.from([1, Number.POSITIVE_INFINITY])] }],
    ['a text', 'points'],
  ])('fault 51: with %s is refused', (_, value) => {
    expect(rested(value).success).toBe(false);
  });
});
