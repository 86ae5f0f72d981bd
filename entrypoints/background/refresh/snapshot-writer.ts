import type { CardData, CardName } from '@/utils/cards/data';
import { type CardStates, withCard } from '@/utils/cards/state';
import type { Failure, Result } from '@/utils/failure';
import type { Range } from '@/utils/figures/time/range';
import type { Identity } from '@/utils/identity';
import { createSerialQueue } from '@/utils/serial-queue';
import { type KeyWatch, writeForKey } from '../caller/current-key';

/** Where cards are kept. */
export interface SnapshotWriterDeps extends KeyWatch {
  now(): number;
  /** Changes the cards that are kept, in one step; null leaves them as they are. */
  changeCards(
    identity: Identity,
    range: Range,
    change: (now: CardStates) => CardStates | null,
  ): Promise<Result<null>>;
  dropCards(identity: Identity, range: Range): Promise<unknown>;
  /** Tells every open page that this identity's snapshot changed. */
  announce(identity: Identity): void;
}

/** Writes cards as they arrive, so that nothing received is lost if the worker is killed. */
export interface SnapshotWriter {
  /** Stores an answer; a failure is stored beside the earlier figures. */
  keep<Name extends CardName>(name: Name, outcome: Result<CardData[Name]>): Promise<void>;
  /** Stores the figures of the card that replaces one which the deployment does not serve. */
  keepInstead<Name extends CardName>(
    place: CardName,
    standIn: Name,
    data: CardData[Name],
  ): Promise<void>;
  /** The cards as they are now, written or not. */
  cards(): CardStates;
  /** Why something could not be written, or null. */
  failure(): Failure | null;
}

/** Returns a writer of one snapshot, which starts with the cards as they were read. */
export function createSnapshotWriter(
  deps: SnapshotWriterDeps,
  identity: Identity,
  range: Range,
  first: CardStates,
): SnapshotWriter {
  let cards = first;
  /** The cards that came in this reading: what others have written of the rest stays. */
  let mine: CardStates = {};
  let written = mine;
  const queue = createSerialQueue();
  let failure: Failure | null = null;

  /** Writes run one after the other; each includes all cards that have arrived until then. */
  async function write() {
    if (written === mine) return;
    const changed = mine;
    written = changed;
    const result = await writeForKey(
      deps,
      identity.keyFingerprint,
      () => deps.changeCards(identity, range, (now) => ({ ...now, ...changed })),
      () => deps.dropCards(identity, range),
    );
    if (result === null) return;
    if (result.ok) deps.announce(identity);
    else failure ??= result.failure;
  }

  function change(...changes: ((before: CardStates) => CardStates)[]): Promise<void> {
    for (const one of changes) [cards, mine] = [one(cards), one(mine)];
    return queue(write);
  }

  return {
    keep: (name, outcome) => {
      const atMs = deps.now();
      const state = outcome.ok
        ? { data: outcome.value, fetchedAtMs: atMs }
        : { ...cards[name], failure: outcome.failure, failedAtMs: atMs };
      return change((before) => withCard(before, name, state));
    },
    keepInstead: (place, standIn, data) => {
      const atMs = deps.now();
      // The figures of the card itself are removed when its replacement is shown.
      const gone = { failure: { kind: 'not-served' }, failedAtMs: atMs } as const;
      return change(
        (before) => withCard(before, place, gone),
        (before) => withCard(before, standIn, { data, fetchedAtMs: atMs }),
      );
    },
    cards: () => cards,
    failure: () => failure,
  };
}
