import type { Listed } from '@/utils/api/pages';
import type { TopicRow } from '@/utils/api/wire/topics';
import type { Growth } from './data';

type List = Pick<Listed<TopicRow>, 'rows' | 'more'>;

/**
 * Returns the topic that grew most from one list to another of as many days. Null where a topic whose
 * growth is not known, on a page that was not read or without a count, could have grown more.
 */
export function mostGrown(now: List, before: List): Growth['most'] {
  const preceding = new Map(before.rows.map(({ name, conversations }) => [name, conversations]));
  // A topic that a complete list lacks had no conversations.
  const absent = before.more ? null : 0;
  let most: Growth['most'] = null;
  let unknown = now.more ? leastUnread(now.rows) : 0;
  for (const { name, conversations } of now.rows) {
    const then = preceding.has(name) ? (preceding.get(name) ?? null) : absent;
    if (conversations === null || then === null) {
      unknown = Math.max(unknown, conversations ?? Number.POSITIVE_INFINITY);
    } else if (conversations - then > growthOf(most)) {
      most = { name, value: conversations, preceding: then };
    }
  }
  return growthOf(most) >= unknown ? most : null;
}

/** The most conversations that a topic on the next page can have: pages in descending order promise that. */
const leastUnread = (rows: TopicRow[]): number =>
  isDescending(rows) ? (rows.at(-1)?.conversations ?? 0) : Number.POSITIVE_INFINITY;

/** Whether the most discussed topics come first, as nothing promises. */
export const isDescending = (rows: TopicRow[]): boolean =>
  rows.every(
    ({ conversations }, i) =>
      conversations !== null && (i === 0 || conversations <= (rows[i - 1]?.conversations ?? 0)),
  );

const growthOf = (most: Growth['most']): number => (most ? most.value - most.preceding : 0);
