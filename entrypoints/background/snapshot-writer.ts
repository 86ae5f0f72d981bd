import pLimit from 'p-limit';
import type { Failure, Result } from '@/utils/failure';
import type { CardData, CardName } from '@/utils/figures/card-data';
import type { Range } from '@/utils/figures/range';
import type { Identity } from '@/utils/page/identity';
import type { CardSnapshot, Snapshot } from '@/utils/store/snapshots/snapshots';
import { type KeyWatch, writeForKey } from './current-key';

/** The cards of one snapshot: what was answered last, and what failed since. */
export type CardStates = Snapshot['cards'];

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

/** Writes cards as they arrive, so that a worker which is killed has lost nothing that it had. */
export interface SnapshotWriter {
  keep<Name extends CardName>(name: Name, outcome: Result<CardData[Name]>): Promise<void>;
  /** Why something could not be written, or null. */
  failure(): Failure | null;
}

/** A writer of one snapshot, beginning with its cards as they were read. */
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
  const inOrder = pLimit(1);
  let failure: Failure | null = null;

  /** One after the other, each with all that came meanwhile: a kill loses what is not written yet. */
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

  return {
    keep: <Name extends CardName>(name: Name, outcome: Result<CardData[Name]>) => {
      const atMs = deps.now();
      const before: CardSnapshot<CardData[Name]> | undefined = cards[name];
      const after: CardSnapshot<CardData[Name]> = outcome.ok
        ? { data: outcome.value, fetchedAtMs: atMs }
        : { ...before, failure: outcome.failure, failedAtMs: atMs };
      cards = { ...cards, [name]: after };
      mine = { ...mine, [name]: after };
      return inOrder(write);
    },
    failure: () => failure,
  };
}
