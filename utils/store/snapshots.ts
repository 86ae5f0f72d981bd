import * as z from 'zod/mini';
import {
  type CardData,
  type CardName,
  cohortDataSchema,
  costDataSchema,
  feedbackDataSchema,
} from '@/utils/analytics/card-data';
import { type Range, rangeKey } from '@/utils/analytics/range';
import { type Identity, identityKey } from '@/utils/context/identity';
import type { Failure, Result } from '@/utils/failure';
import { deleteEntry, readEntry, withCache, writeEntry } from './db';
import { failureSchema } from './failure-schema';

/** Within this age figures are shown without asking again. */
export const FRESH_MS = 5 * 60_000;
/** Older figures are shown with their age; after a week they are dropped. */
export const DROP_MS = 7 * 24 * 3_600_000;

/** The last good figures of one card, and what has failed since. */
export interface CardSnapshot<Data> {
  data?: Data | undefined;
  fetchedAtMs?: number | undefined;
  failure?: Failure | undefined;
  failedAtMs?: number | undefined;
}

/** What is known about one identity over one range. */
export interface Snapshot {
  identityKey: string;
  rangeKey: string;
  savedAtMs: number;
  cards: { [Name in CardName]?: CardSnapshot<CardData[Name]> | undefined };
}

const card = <Schema extends z.ZodMiniType>(data: Schema) =>
  z.optional(
    z.object({
      data: z.optional(data),
      fetchedAtMs: z.optional(z.number()),
      failure: z.optional(failureSchema),
      failedAtMs: z.optional(z.number()),
    }),
  );

const snapshotSchema = z.object({
  identityKey: z.string(),
  rangeKey: z.string(),
  savedAtMs: z.number(),
  cards: z.object({
    cohorts: card(cohortDataSchema),
    cost: card(costDataSchema),
    feedback: card(feedbackDataSchema),
  }),
});

const keyOf = (identity: Identity, range: Range) => `${identityKey(identity)} ${rangeKey(range)}`;

/**
 * The newest snapshot of exactly this identity and range; null where there is none, where it is
 * older than a week, or where what is stored has another shape or somebody else's name in it.
 */
export async function readSnapshot(
  identity: Identity,
  range: Range,
  nowMs = Date.now(),
): Promise<Snapshot | null> {
  const read = snapshotSchema.safeParse(await readEntry('snapshots', keyOf(identity, range)));
  if (!read.success) return null;
  const mine =
    read.data.identityKey === identityKey(identity) && read.data.rangeKey === rangeKey(range);
  return mine && isKept(read.data, nowMs) ? read.data : null;
}

/** A clock that was set back dates snapshots ahead; they age from then on like any other. */
const isKept = ({ savedAtMs }: Snapshot, nowMs: number) => Math.abs(nowMs - savedAtMs) < DROP_MS;

/** Saves the cards of one identity and range in place of what was there. */
export function writeSnapshot(
  identity: Identity,
  range: Range,
  cards: Snapshot['cards'],
  nowMs = Date.now(),
): Promise<Result<null>> {
  const snapshot: Snapshot = {
    identityKey: identityKey(identity),
    rangeKey: rangeKey(range),
    savedAtMs: nowMs,
    cards,
  };
  return writeEntry('snapshots', keyOf(identity, range), snapshot);
}

/** Removes what is known about one identity and range. */
export const dropSnapshot = (identity: Identity, range: Range): Promise<Result<null>> =>
  deleteEntry('snapshots', keyOf(identity, range));

/** Removes snapshots that are too old to be shown, or that nobody could read. */
export async function sweepSnapshots(nowMs = Date.now()): Promise<void> {
  await withCache(async (db) => {
    let cursor = await db.transaction('snapshots', 'readwrite').store.openCursor();
    while (cursor) {
      const read = snapshotSchema.safeParse(cursor.value);
      if (!read.success || !isKept(read.data, nowMs)) await cursor.delete();
      cursor = await cursor.continue();
    }
  });
}
