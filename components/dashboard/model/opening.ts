import type { Layout } from '@/components/ui/layout';
import { cardsDrawn } from '@/utils/cards/state';
import type { Result } from '@/utils/failure';
import { send } from '@/utils/messages/send';
import { type KnownMentor, readMentor } from '@/utils/store/snapshots/mentors';
import { parseSnapshot, type Snapshot, snapshotKey } from '@/utils/store/snapshots/snapshot';
import { readSnapshot } from '@/utils/store/snapshots/snapshots';
import { type Detection, detectActiveTab } from '@/utils/tab/active-tab';
import { type Board, isFresh, questionOf } from './board';
import { chosenFor } from './chosen';
import type { Inputs } from './inputs';
import { figuresQueryOf, pageStateOf, type Query } from './page-state';
import { readStoredForOpening, type Stored } from './stored';

/** A snapshot that was read already, in its stored form. */
export interface ReadSnapshot {
  snapshotKey: string;
  entry: unknown;
}

/** Everything that the first paint of a page needs, parsed before anything is drawn. */
export interface Opening {
  stored: Stored;
  detection: Detection;
  mentor: KnownMentor | null;
  board: Board | null;
  snapshot: Snapshot | null;
  query: Query | null;
  /** The worker's answer to what was asked before anything was drawn; see `askEarly`. */
  asked?: Promise<Result<null>> | null;
}

/**
 * Parses what was read, and reads the newest snapshot for exactly whom it names, unless that is the one
 * that was `read` already. It needs neither the worker nor the views.
 */
export async function parseOpening(
  found: Inputs,
  layout: Layout,
  read: ReadSnapshot | null = null,
): Promise<Opening> {
  const [stored, detection] = await Promise.all([
    readStoredForOpening(await found.items, await found.records),
    detectActiveTab(found.tabReading),
  ]);
  const { settings, keyMetas, view } = stored;
  const pageState = pageStateOf({ settings, keyMetas, detection, acceptedPageKey: null }, view);
  const { mentorQuestion, scope } = pageState;
  const named = mentorQuestion && readMentor(mentorQuestion);
  // If the figures are of all mentors, only the mentor's name is needed.
  const { names } = chosenFor(layout, view, stored.ruledCards ?? null);
  const query = figuresQueryOf(pageState, view, scope === 'mentor' ? await named : null, names);
  const [mentor, snapshot] = await Promise.all([named, query && snapshotFor(query, read)]);
  const board = query && { question: questionOf(query), cards: snapshot?.cards ?? {} };
  return { stored, detection, mentor, board, snapshot, query };
}

/** Asks the worker at once for what is not fresh, while the page is still being drawn. */
export const askEarly = ({ board, query }: Opening): Promise<Result<null>> | null =>
  query && !isFresh(board?.cards ?? {}, query)
    ? send('refresh', { ...query, newerThanMs: null })
    : null;

const snapshotFor = ({ identity, range }: Query, read: ReadSnapshot | null) =>
  read?.snapshotKey === snapshotKey(identity, range)
    ? parseSnapshot(read.entry, { identity, range, nowMs: Date.now() })
    : readSnapshot(identity, range);

/** Whether figures are all there is to draw: nothing is missing, nothing has failed. */
export const isWhole = ({ board, query }: Opening): boolean =>
  board !== null &&
  query !== null &&
  cardsDrawn(board.cards, query.cards).every(
    (name) => board.cards[name]?.data && !board.cards[name]?.failure,
  );
