import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleFigures } from '@/utils/cards/fake-figures';
import { CACHE_NAME, withCache } from './db';
import { ada, cards, emptyCache, NOW, put, RANGE } from './fake-cache';
import { DROP_MS, type Snapshot } from './snapshot';
import { changeSnapshot, readSnapshot, sweepSnapshots, writeSnapshot } from './snapshots';

beforeEach(emptyCache);

describe('a snapshot', () => {
  it('belongs to one identity and range alone', async () => {
    await writeSnapshot(ada, RANGE, cards, NOW);
    expect((await readSnapshot(ada, RANGE, NOW))?.cards).toEqual(cards);
    for (const other of [
      { ...ada, user: 'grace' },
      { ...ada, org: 'globex' },
      { ...ada, mentorId: 'm1' },
      { ...ada, keyFingerprint: 'f2' },
      { ...ada, baseUrl: 'https://base.manager.iblai.app' },
    ]) {
      expect(await readSnapshot(other, RANGE, NOW)).toBeNull();
    }
    expect(await readSnapshot(ada, { kind: '7d' }, NOW)).toBeNull();
  });

  it('is changed by two at once without loss, and stays where there is nothing to change', async () => {
    const { cohorts, feedback } = sampleFigures(RANGE, false, NOW);
    await writeSnapshot(ada, RANGE, cards, NOW);
    const add = (more: Snapshot['cards']) =>
      changeSnapshot(ada, RANGE, (now) => ({ ...now, ...more }), NOW);
    const added = { cohorts: { data: cohorts }, feedback: { data: feedback } };
    await Promise.all([add({ cohorts: added.cohorts }), add({ feedback: added.feedback })]);
    expect((await readSnapshot(ada, RANGE, NOW))?.cards).toEqual({ ...cards, ...added });
    expect(await changeSnapshot(ada, RANGE, () => null, NOW + 1)).toEqual({
      ok: true,
      value: null,
    });
    expect((await readSnapshot(ada, RANGE, NOW))?.savedAtMs).toBe(NOW);
  });

  it('drops a card of a week ago, however new the others are', async () => {
    const { feedback } = sampleFigures(RANGE, false, NOW);
    await writeSnapshot(ada, RANGE, cards, NOW);
    const later = NOW + DROP_MS - 1;
    const added = { feedback: { data: feedback, fetchedAtMs: later } };
    await changeSnapshot(ada, RANGE, (now) => ({ ...now, ...added }), later);
    expect((await readSnapshot(ada, RANGE, later))?.cards).toEqual({ ...cards, ...added });
    expect((await readSnapshot(ada, RANGE, later + 1))?.cards).toEqual(added);
    await sweepSnapshots(later + 1);
    const stored = await withCache((db) => db.getAll('snapshots'));
    expect(JSON.stringify(stored)).not.toContain('cost');
    expect((await readSnapshot(ada, RANGE, later + 1))?.savedAtMs).toBe(later);
  });

  it('fault 38: keeps a long series as it was, of this range and the one before', async () => {
    const { cohorts, feedback } = sampleFigures(RANGE, false, NOW);
    const [user, entry] = [
      { startMs: NOW, newUsers: 1, veteranUsers: null },
      { startMs: NOW, count: null },
    ];
    const wide: Snapshot['cards'] = {
      cohorts: {
        data: {
          ...cohorts,
          points: Array(2000).fill(user),
          preceding: { points: Array(2000).fill(user) },
        },
        fetchedAtMs: NOW,
      },
      feedback: {
        data: {
          ...feedback,
          points: Array(2000).fill(entry),
          preceding: { points: Array(2000).fill(entry) },
        },
        fetchedAtMs: NOW,
      },
    };
    await writeSnapshot(ada, RANGE, wide, NOW);
    expect((await readSnapshot(ada, RANGE, NOW))?.cards).toEqual(wide);
  });

  it('keeps a failure beside the figures of an earlier success', async () => {
    const failed = {
      cost: { ...cards.cost, failure: { kind: 'server', status: 500 } as const, failedAtMs: NOW },
    };
    await writeSnapshot(ada, RANGE, failed, NOW);
    expect((await readSnapshot(ada, RANGE, NOW))?.cards).toEqual(failed);
  });

  it('is dropped after a week', async () => {
    await writeSnapshot(ada, RANGE, cards, NOW);
    expect(await readSnapshot(ada, RANGE, NOW + DROP_MS - 1)).not.toBeNull();
    expect(await readSnapshot(ada, RANGE, NOW + DROP_MS)).toBeNull();
    await sweepSnapshots(NOW + DROP_MS);
    expect(await readSnapshot(ada, RANGE, NOW)).toBeNull();
  });

  it('fault 51: of a wrong shape, or with another’s name in it, is a miss', async () => {
    await writeSnapshot(ada, RANGE, cards, NOW);
    const db = await openDB(CACHE_NAME);
    const [key] = await db.getAllKeys('snapshots');
    const good: Snapshot = await db.get('snapshots', key ?? '');
    db.close();
    await put('snapshots', String(key), { ...good, identityKey: 'somebody else' });
    expect(await readSnapshot(ada, RANGE, NOW)).toBeNull();
    await put('snapshots', String(key), { ...good, cards: { cost: { data: { total: 'x' } } } });
    expect(await readSnapshot(ada, RANGE, NOW)).toBeNull();
    await sweepSnapshots(NOW);
    const swept = await openDB(CACHE_NAME);
    expect(await swept.count('snapshots')).toBe(0);
    swept.close();
  });

  it('fault 52: dated ahead by a clock that was set back is kept for a week too', async () => {
    await writeSnapshot(ada, RANGE, cards, NOW);
    expect(await readSnapshot(ada, RANGE, NOW - 24 * 3_600_000)).not.toBeNull();
    await sweepSnapshots(NOW - 24 * 3_600_000);
    expect(await readSnapshot(ada, RANGE, NOW)).not.toBeNull();
    expect(await readSnapshot(ada, RANGE, NOW - DROP_MS)).toBeNull();
    await sweepSnapshots(NOW - DROP_MS);
    expect(await readSnapshot(ada, RANGE, NOW)).toBeNull();
  });

  it('fault 53: is one worker’s or the other’s, never a mixture', async () => {
    const ofOne: Snapshot['cards'] = { cost: { failure: { kind: 'offline' }, failedAtMs: NOW } };
    await Promise.all([
      writeSnapshot(ada, RANGE, cards, NOW),
      writeSnapshot(ada, RANGE, ofOne, NOW + 1),
    ]);
    const read = await readSnapshot(ada, RANGE, NOW);
    expect([cards, ofOne]).toContainEqual(read?.cards);
  });

  it('fault 46: can be written after its database was deleted while open', async () => {
    await writeSnapshot(ada, RANGE, cards, NOW);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(CACHE_NAME).onsuccess = resolve;
    });
    expect((await writeSnapshot(ada, RANGE, cards, NOW)).ok).toBe(true);
    expect(await readSnapshot(ada, RANGE, NOW)).not.toBeNull();
  });
});
