import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { clearCache, readEntry, writeEntry } from './db';
import type { FirstPaint } from './first-paint';
import { readFirstPaint, sweepFirstPaints, writeFirstPaint } from './first-paint-cache';

const NOW_MS = Date.UTC(2026, 10, 25, 10);
const SNAPSHOT = { identityKey: 'i', rangeKey: '30d', savedAtMs: NOW_MS - 60_000, cards: {} };

const firstPaint = (overrides: Partial<FirstPaint> = {}): FirstPaint => ({
  tree: '["main",{}]',
  lang: 'en',
  dir: 'ltr',
  plotWidth: 350,
  mentorName: '',
  ages: ['Updated now'],
  asking: 'Refreshing…',
  snapshotKey: 'i 30d',
  savedAtMs: SNAPSHOT.savedAtMs,
  oldestMs: NOW_MS - 61_000,
  newestMs: NOW_MS - 60_000,
  untilMs: NOW_MS + 3_600_000,
  ...overrides,
});

beforeEach(async () => {
  await clearCache();
  await writeEntry('snapshots', 'i 30d', SNAPSHOT);
});

describe('a first paint', () => {
  it('is found by its cache key, with the figures it shows', async () => {
    await writeFirstPaint('sign', firstPaint(), NOW_MS);
    expect(await readFirstPaint('sign', NOW_MS)).toEqual({
      paint: firstPaint(),
      snapshot: SNAPSHOT,
    });
    expect(await readFirstPaint('another', NOW_MS)).toBeNull();
  });

  it('is not true any more when newer figures were saved', async () => {
    await writeFirstPaint('sign', firstPaint(), NOW_MS);
    await writeEntry('snapshots', 'i 30d', { ...SNAPSHOT, savedAtMs: NOW_MS });
    expect(await readFirstPaint('sign', NOW_MS)).toBeNull();
  });

  it('is not true any more when its figures are gone', async () => {
    await writeFirstPaint('sign', firstPaint({ snapshotKey: 'of nobody' }), NOW_MS);
    expect(await readFirstPaint('sign', NOW_MS)).toBeNull();
  });

  it('is true until its open buckets close, and not before its figures came', async () => {
    await writeFirstPaint('sign', firstPaint(), NOW_MS);
    expect(await readFirstPaint('sign', NOW_MS + 3_600_000)).toBeNull();
    expect(await readFirstPaint('sign', NOW_MS + 3_599_999)).not.toBeNull();
    // Fault 52: the clock was set back.
    expect(await readFirstPaint('sign', NOW_MS - 60_001)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['a text', 'a first paint'],
    ['nothing', null],
    ['without a tree', { ...firstPaint(), tree: undefined }],
    ['with ages that are none', { ...firstPaint(), ages: [5] }],
    ['with a time that is none', { ...firstPaint(), untilMs: 'later' }],
  ])('fault 51: is none when it is damaged: %s', async (_, damaged) => {
    await writeEntry('pictures', 'sign', damaged);
    expect(await readFirstPaint('sign', NOW_MS)).toBeNull();
  });

  it('makes room for others: twelve are kept, the newest', async () => {
    for (let n = 0; n < 14; n += 1) {
      await writeFirstPaint(`sign ${n}`, firstPaint({ savedAtMs: n + 1 }), NOW_MS);
    }
    expect(await readEntry('pictures', 'sign 1')).toBeUndefined();
    expect(await readEntry('pictures', 'sign 2')).toBeDefined();
    expect(await readEntry('pictures', 'sign 13')).toBeDefined();
  });

  it('goes when its time is over, and so does what is none', async () => {
    await writeFirstPaint('today', firstPaint(), NOW_MS);
    await writeFirstPaint('for a minute', firstPaint({ untilMs: NOW_MS + 60_000 }), NOW_MS);
    await writeEntry('pictures', 'damaged', 5);
    await sweepFirstPaints(NOW_MS + 60_000);
    expect(await readEntry('pictures', 'today')).toBeDefined();
    expect(await readEntry('pictures', 'for a minute')).toBeUndefined();
    expect(await readEntry('pictures', 'damaged')).toBeUndefined();
  });
});
