import type { Inputs } from '@/components/first-paint/inputs';
import type { ValidFirstPaint } from '@/components/first-paint/show';
import { cardNames } from '@/utils/figures/card-data';
import { type Detection, detectActiveTab } from '@/utils/page/active-tab';
import { type KnownMentor, readMentor } from '@/utils/store/snapshots/mentors';
import {
  parseSnapshot,
  readSnapshot,
  type Snapshot,
  snapshotKey,
} from '@/utils/store/snapshots/snapshots';
import { type Board, questionOf } from './board';
import { figuresQueryOf, pageStateOf, type Query } from './page-state';
import { readStoredForOpening, type Stored } from './stored';

/** Everything that the first picture of a page needs, understood before anything is drawn. */
export interface Opening {
  stored: Stored;
  detection: Detection;
  mentor: KnownMentor | null;
  board: Board | null;
  snapshot: Snapshot | null;
  query: Query | null;
}

/**
 * Understands what was found, and reads the newest snapshot for exactly whom it names; `shown` is the
 * picture that stands already, with the snapshot it shows. It needs neither the worker nor the views.
 */
export async function parseOpening(
  found: Inputs,
  shown: ValidFirstPaint | null = null,
): Promise<Opening> {
  const [stored, detection] = await Promise.all([
    readStoredForOpening(await found.items, await found.records),
    detectActiveTab(found.tabReading),
  ]);
  const { settings, keyMetas, view } = stored;
  const pageState = pageStateOf({ settings, keyMetas, detection, acceptedPageKey: null }, view);
  const { mentorQuestion, scope } = pageState;
  const named = mentorQuestion && readMentor(mentorQuestion);
  // With all mentors in view the mentor is no more than a name.
  const query = figuresQueryOf(pageState, view, scope === 'mentor' ? await named : null);
  const [mentor, snapshot] = await Promise.all([named, query && snapshotFor(query, shown)]);
  const board = query && { question: questionOf(query), cards: snapshot?.cards ?? {} };
  return { stored, detection, mentor, board, snapshot, query };
}

function snapshotFor({ identity, range }: Query, shown: ValidFirstPaint | null) {
  return shown?.picture.snapshotKey === snapshotKey(identity, range)
    ? parseSnapshot(shown.snapshot, { identity, range, nowMs: Date.now() })
    : readSnapshot(identity, range);
}

/** Whether figures are all there is to draw: nothing is missing, nothing has failed. */
export const isWhole = ({ board }: Opening): boolean =>
  board !== null &&
  cardNames.every((name) => board.cards[name]?.data && !board.cards[name]?.failure);
