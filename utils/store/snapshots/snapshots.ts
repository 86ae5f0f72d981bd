import type { CardStates } from '@/utils/cards/state';
import { ok, type Result } from '@/utils/failure';
import type { Range } from '@/utils/figures/time/range';
import type { Identity } from '@/utils/identity';
import { createSerialQueue } from '@/utils/serial-queue';
import { withCache } from './db';
import { entriesFor } from './private-entries';
import {
  hasOldCard,
  packCards,
  packSnapshot,
  parseAnySnapshot,
  parseSnapshot,
  type Snapshot,
  snapshotKey,
} from './snapshot';

/** Returns the newest snapshot of exactly this identity and range; null as in `parseSnapshot`. */
export async function readSnapshot(
  identity: Identity,
  range: Range,
  nowMs = Date.now(),
): Promise<Snapshot | null> {
  const entry = await entriesFor(identity).read('snapshots', snapshotKey(identity, range));
  return parseSnapshot(entry, { identity, range, nowMs });
}

/** Stores the cards of one identity and range in place of the old ones. */
export const writeSnapshot = (
  identity: Identity,
  range: Range,
  cards: CardStates,
  nowMs = Date.now(),
): Promise<Result<null>> =>
  entriesFor(identity).write(
    'snapshots',
    snapshotKey(identity, range),
    packSnapshot(identity, range, cards, nowMs),
  );

/**
 * Changes the cards of one identity and range in one transaction, so that two changes at the same
 * time do not overwrite each other; null from `change` leaves them as they are.
 */
export async function changeSnapshot(
  identity: Identity,
  range: Range,
  change: (now: CardStates) => CardStates | null,
  nowMs = Date.now(),
): Promise<Result<null>> {
  if (identity.isPrivate) return changePrivate(identity, range, change, nowMs);
  const changed = await withCache(async (db) => {
    const { store, done } = db.transaction('snapshots', 'readwrite');
    const key = snapshotKey(identity, range);
    const now = parseSnapshot(await store.get(key), { identity, range, nowMs });
    const cards = change(now?.cards ?? {});
    if (cards) await store.put(packSnapshot(identity, range, cards, nowMs), key);
    await done;
  });
  return changed.ok ? ok(null) : changed;
}

// Only the worker changes snapshots, and in memory there are no transactions.
const queue = createSerialQueue();

/** The same for a private window. */
const changePrivate: typeof changeSnapshot = (identity, range, change, nowMs) =>
  queue(async () => {
    const now = await readSnapshot(identity, range, nowMs);
    const cards = change(now?.cards ?? {});
    return cards ? writeSnapshot(identity, range, cards, nowMs) : ok(null);
  });

/** Removes the snapshot of one identity and range. */
export const dropSnapshot = (identity: Identity, range: Range): Promise<Result<null>> =>
  entriesFor(identity).delete('snapshots', snapshotKey(identity, range));

/** Removes snapshots and single cards that are too old to be shown, and what cannot be read. */
export async function sweepSnapshots(nowMs = Date.now()): Promise<void> {
  await withCache(async (db) => {
    let cursor = await db.transaction('snapshots', 'readwrite').store.openCursor();
    while (cursor) {
      const snapshot = parseAnySnapshot(cursor.value, nowMs);
      if (snapshot === null) await cursor.delete();
      else if (hasOldCard(cursor.value, nowMs)) await cursor.update(packCards(snapshot));
      cursor = await cursor.continue();
    }
  });
}
