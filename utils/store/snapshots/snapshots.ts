import * as z from 'zod/mini';
import { type Failure, ok, type Result } from '@/utils/failure';
import {
  type CardData,
  type CardName,
  cohortDataSchema,
  cohortPointSchema,
  costDataSchema,
  countPointSchema,
  feedbackDataSchema,
} from '@/utils/figures/card-data';
import { type Range, rangeKey } from '@/utils/figures/range';
import type { CohortPoint, CountPoint } from '@/utils/figures/series';
import { type Identity, identityKey } from '@/utils/page/identity';
import { deleteEntry, readEntry, withCache, writeEntry } from './db';
import { failureSchema } from './failure-schema';
import { type Kind, pack, seriesOf } from './packed';

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

const cohortKind: Kind<CohortPoint> = {
  point: cohortPointSchema,
  columns: 2,
  values: ({ newUsers, veteranUsers }) => [newUsers, veteranUsers],
  build: (startMs, [newUsers = null, veteranUsers = null]) => ({ startMs, newUsers, veteranUsers }),
};
const countKind: Kind<CountPoint> = {
  point: countPointSchema,
  columns: 1,
  values: ({ count }) => [count],
  build: (startMs, [count = null]) => ({ startMs, count }),
};
const cohortSeries = seriesOf(cohortKind);
const countSeries = seriesOf(countKind);
const unknownable = z.nullable(z.number());

/** The cards as they rest: a long series is packed. */
const restingCohorts = z.extend(cohortDataSchema, {
  points: cohortSeries,
  preceding: z.nullable(
    z.object({ newUsers: unknownable, veteranAverage: unknownable, points: cohortSeries }),
  ),
});
const restingFeedback = z.extend(feedbackDataSchema, {
  points: countSeries,
  preceding: z.nullable(z.object({ count: unknownable, points: countSeries })),
});

const snapshotSchema = z.object({
  identityKey: z.string(),
  rangeKey: z.string(),
  savedAtMs: z.number(),
  cards: z.object({
    cohorts: card(restingCohorts),
    cost: card(costDataSchema),
    feedback: card(restingFeedback),
  }),
});

/** The entry that holds the snapshot of an identity and range. */
export const snapshotKey = (identity: Identity, range: Range): string =>
  `${identityKey(identity)} ${rangeKey(range)}`;

/**
 * The newest snapshot of exactly this identity and range; null where there is none, where it is
 * older than a week, or where what is stored has another shape or somebody else's name in it.
 */
export async function readSnapshot(
  identity: Identity,
  range: Range,
  nowMs = Date.now(),
): Promise<Snapshot | null> {
  return parseSnapshot(await readEntry('snapshots', snapshotKey(identity, range)), {
    identity,
    range,
    nowMs,
  });
}

/** An entry of the cache as the snapshot of this identity and range; null as in `readSnapshot`. */
export function parseSnapshot(
  entry: unknown,
  { identity, range, nowMs }: { identity: Identity; range: Range; nowMs: number },
): Snapshot | null {
  const read = snapshotSchema.safeParse(entry);
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
  return writeEntry(
    'snapshots',
    snapshotKey(identity, range),
    entryOf(identity, range, cards, nowMs),
  );
}

/**
 * Changes the cards of one identity and range in one transaction, so that of two who change them at once
 * neither undoes what the other wrote; null from `change` leaves them as they are.
 */
export async function changeSnapshot(
  identity: Identity,
  range: Range,
  change: (now: Snapshot['cards']) => Snapshot['cards'] | null,
  nowMs = Date.now(),
): Promise<Result<null>> {
  const changed = await withCache(async (db) => {
    const { store, done } = db.transaction('snapshots', 'readwrite');
    const key = snapshotKey(identity, range);
    const now = parseSnapshot(await store.get(key), { identity, range, nowMs });
    const cards = change(now?.cards ?? {});
    if (cards) await store.put(entryOf(identity, range, cards, nowMs), key);
    await done;
  });
  return changed.ok ? ok(null) : changed;
}

/** The cards of one identity and range as they rest. */
function entryOf(identity: Identity, range: Range, cards: Snapshot['cards'], nowMs: number) {
  return {
    identityKey: identityKey(identity),
    rangeKey: rangeKey(range),
    savedAtMs: nowMs,
    cards: {
      ...cards,
      ...(cards.cohorts && { cohorts: resting(cards.cohorts, cohortKind) }),
      ...(cards.feedback && { feedback: resting(cards.feedback, countKind) }),
    },
  };
}

/** A card with its series as they rest. */
function resting<Point extends { startMs: number }>(
  snapshot: CardSnapshot<{ points: Point[]; preceding: { points: Point[] } | null }>,
  kind: Kind<Point>,
) {
  const { data } = snapshot;
  if (!data) return snapshot;
  const { preceding } = data;
  const before = preceding && { ...preceding, points: pack(preceding.points, kind) };
  return { ...snapshot, data: { ...data, points: pack(data.points, kind), preceding: before } };
}

/** Removes what is known about one identity and range. */
export const dropSnapshot = (identity: Identity, range: Range): Promise<Result<null>> =>
  deleteEntry('snapshots', snapshotKey(identity, range));

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
