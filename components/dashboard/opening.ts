import { type Detection, detectActiveTab } from '@/utils/context/active-tab';
import { warmCache } from '@/utils/store/db';
import { type KnownMentor, readMentor } from '@/utils/store/mentors';
import { policyForOpening } from '@/utils/store/ruled';
import { readSnapshot } from '@/utils/store/snapshots';
import { askingOf, queryOf } from './asking';
import { type Board, questionOf } from './board';
import { readStored, type Stored } from './stored';

/** Everything that the first picture of a page needs, read before anything is drawn. */
export interface Opening {
  stored: Stored;
  detection: Detection;
  mentor: KnownMentor | null;
  board: Board | null;
}

/**
 * Reads settings, key, view and the tab side by side, then the newest snapshot for exactly whom they
 * name. It needs neither the worker nor the views, so it runs while those are still being loaded.
 */
export async function readOpening(): Promise<Opening> {
  // Whom to look for is not known yet, but where: opening takes as long as finding that out.
  warmCache();
  const [stored, detection] = await Promise.all([
    readStored(policyForOpening()),
    detectActiveTab(),
  ]);
  const { settings, keyMetas, view } = stored;
  const asking = askingOf({ settings, keyMetas, detection, acceptedPageKey: null }, view);
  const { mentorQuestion, scope } = asking;
  // With all mentors in view the mentor's name can come later.
  const mentor = mentorQuestion && scope === 'mentor' ? await readMentor(mentorQuestion) : null;
  const query = queryOf(asking, view, mentor);
  const snapshot = query && (await readSnapshot(query.identity, query.range));
  const board = query && { question: questionOf(query), cards: snapshot?.cards ?? {} };
  return { stored, detection, mentor, board };
}
