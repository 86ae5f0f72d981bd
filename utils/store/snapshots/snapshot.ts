import * as z from 'zod/mini';
import { type CardData, type CardName, cardNames, cardStores } from '@/utils/cards/data';
import { type CardState, type CardStates, withCard } from '@/utils/cards/state';
import { type Range, rangeKey } from '@/utils/figures/time/range';
import { type Identity, identityKey } from '@/utils/identity';
import { failureSchema } from './failure-schema';
import { migratedCards } from './migrate-cards';

/** Older figures are shown with their age, and are dropped after a week. */
export const DROP_MS = 7 * 24 * 3_600_000;

/** The known figures of one identity over one range. */
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

/** Returns the cache key of the snapshot of an identity and range. */
export const snapshotKey = (identity: Identity, range: Range): string =>
  `${identityKey(identity)} ${rangeKey(range)}`;

/** Returns the snapshot in the form in which it is stored. */
export const packSnapshot = (
  identity: Identity,
  range: Range,
  cards: CardStates,
  nowMs: number,
): object =>
  packCards({
    identityKey: identityKey(identity),
    rangeKey: rangeKey(range),
    savedAtMs: nowMs,
    cards,
  });

/** Returns a parsed snapshot in the form in which it is stored. */
export const packCards = ({ cards, ...rest }: Snapshot): object => ({
  ...rest,
  cards: Object.fromEntries(
    cardNames.flatMap((name) => (cards[name] ? [[name, packCard(cards, name)]] : [])),
  ),
});

function packCard<Name extends CardName>(cards: CardStates, name: Name): object {
  const state: CardState<CardData[Name]> | undefined = cards[name];
  return { ...state, ...(state?.data && { data: cardStores[name].pack(state.data) }) };
}

/**
 * Parses a cache entry as the snapshot of this identity and range; null where it is older than a
 * week, has another shape, or belongs to another identity.
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

/**
 * Parses a cache entry as a snapshot of any identity; null where it is too old or has another
 * shape.
 */
export function parseAnySnapshot(entry: unknown, nowMs: number): Snapshot | null {
  const read = snapshotSchema.safeParse(entry);
  if (!read.success || !isKept(read.data, nowMs)) return null;
  const cards = parseCards(withoutOld(migratedCards(read.data.cards), nowMs));
  return cards && { ...read.data, cards };
}

/** Whether a stored snapshot has a card that is too old to be shown; the others may be newer. */
export function hasOldCard(entry: unknown, nowMs: number): boolean {
  const read = snapshotSchema.safeParse(entry);
  return read.success && Object.values(read.data.cards).some((card) => isOld(card, nowMs));
}

const datedSchema = z.object({ fetchedAtMs: z.number() });

function isOld(card: unknown, nowMs: number): boolean {
  const read = datedSchema.safeParse(card);
  return read.success && !isKept({ savedAtMs: read.data.fetchedAtMs }, nowMs);
}

const withoutOld = (cards: Record<string, unknown>, nowMs: number) =>
  Object.fromEntries(Object.entries(cards).filter(([, card]) => !isOld(card, nowMs)));

/**
 * Whether a snapshot is less than a week old, or dated less than a week ahead, because the clock
 * may have been set back.
 */
const isKept = ({ savedAtMs }: { savedAtMs: number }, nowMs: number) =>
  Math.abs(nowMs - savedAtMs) < DROP_MS;

/** Returns the cards that this release knows; null where one of them has another shape. */
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
