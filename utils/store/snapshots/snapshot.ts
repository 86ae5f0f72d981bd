import * as z from 'zod/mini';
import { type CardData, type CardName, cardNames, cardStores } from '@/utils/cards/data';
import { type CardState, type CardStates, withCard } from '@/utils/cards/state';
import { type Range, rangeKey } from '@/utils/figures/range';
import { type Identity, identityKey } from '@/utils/page/identity';
import { failureSchema } from './failure-schema';
import { migratedCards } from './migrate-cards';

/** Older figures are shown with their age; after a week they are dropped. */
export const DROP_MS = 7 * 24 * 3_600_000;

/** What is known about one identity over one range. */
export interface Snapshot {
  identityKey: string;
  rangeKey: string;
  savedAtMs: number;
  cards: CardStates;
}

const snapshotSchema = z.object({
  identityKey: z.string(),
  rangeKey: z.string(),
  savedAtMs: z.number(),
  cards: z.record(z.string(), z.unknown()),
});

const stateSchema = z.object({
  data: z.optional(z.unknown()),
  fetchedAtMs: z.optional(z.number()),
  failure: z.optional(failureSchema),
  failedAtMs: z.optional(z.number()),
});

/** The entry that holds the snapshot of an identity and range. */
export const snapshotKey = (identity: Identity, range: Range): string =>
  `${identityKey(identity)} ${rangeKey(range)}`;

/** The snapshot as it is written. */
export const packSnapshot = (
  identity: Identity,
  range: Range,
  cards: CardStates,
  nowMs: number,
): object => ({
  identityKey: identityKey(identity),
  rangeKey: rangeKey(range),
  savedAtMs: nowMs,
  cards: Object.fromEntries(
    cardNames.flatMap((name) => (cards[name] ? [[name, packCard(cards, name)]] : [])),
  ),
});

function packCard<Name extends CardName>(cards: CardStates, name: Name): object {
  const state: CardState<CardData[Name]> | undefined = cards[name];
  return { ...state, ...(state?.data && { data: cardStores[name].pack(state.data) }) };
}

/**
 * An entry of the cache as the snapshot of this identity and range; null where it is older than a week,
 * has another shape, or somebody else's name in it.
 */
export function parseSnapshot(
  entry: unknown,
  { identity, range, nowMs }: { identity: Identity; range: Range; nowMs: number },
): Snapshot | null {
  const snapshot = parseAnySnapshot(entry, nowMs);
  const isMine =
    snapshot?.identityKey === identityKey(identity) && snapshot.rangeKey === rangeKey(range);
  return isMine ? snapshot : null;
}

/** An entry of the cache as somebody's snapshot; null where it is too old, or has another shape. */
export function parseAnySnapshot(entry: unknown, nowMs: number): Snapshot | null {
  const read = snapshotSchema.safeParse(entry);
  if (!read.success || !isKept(read.data, nowMs)) return null;
  const cards = parseCards(migratedCards(read.data.cards));
  return cards && { ...read.data, cards };
}

/** A clock that was set back dates snapshots ahead; they age from then on like any other. */
const isKept = ({ savedAtMs }: { savedAtMs: number }, nowMs: number) =>
  Math.abs(nowMs - savedAtMs) < DROP_MS;

/** The cards that this release knows; null where one of them has another shape. */
function parseCards(raw: Record<string, unknown>): CardStates | null {
  let cards: CardStates = {};
  for (const name of cardNames) {
    if (raw[name] === undefined) continue;
    const next = parseCard(cards, name, raw[name]);
    if (next === null) return null;
    cards = next;
  }
  return cards;
}

function parseCard<Name extends CardName>(
  cards: CardStates,
  name: Name,
  raw: unknown,
): CardStates | null {
  const state = stateSchema.safeParse(raw);
  if (!state.success) return null;
  const { data, ...rest } = state.data;
  if (data === undefined) return withCard(cards, name, rest);
  const parsed = cardStores[name].schema.safeParse(data);
  return parsed.success ? withCard(cards, name, { ...rest, data: parsed.data }) : null;
}
