import { useEffect, useState } from 'preact/hooks';
import { useLatest } from '@/components/ui/useLatest';
import type { Failure } from '@/utils/failure';
import { send } from '@/utils/messages/send';
import { type KnownMentor, readMentor } from '@/utils/store/snapshots/mentors';
import type { MentorQuestion } from '../model/page-state';

type Found = { mentor: KnownMentor | null; failure: Failure | null };
const NOBODY: Found = { mentor: null, failure: null };

/**
 * The unique id and name of the mentor in the tab, from the store; from the API where `ask` is set.
 * `attempt` asks anew after a failure, `known` was read before.
 */
export function useMentor(
  question: MentorQuestion | null,
  { ask, attempt, known }: { ask: boolean; attempt: number; known: KnownMentor | null },
): Found {
  const key = JSON.stringify(question);
  const [found, setFound] = useState<(Found & { key: string }) | null>(
    known && { mentor: known, failure: null, key },
  );

  const latest = useLatest(question);
  useEffect(() => {
    const question = latest.current;
    if (!question) return;
    const mayAsk = ask || attempt > 0;
    let gone = false;
    const keep = (next: Found) => {
      if (!gone) setFound((now) => (isSame(now, next, key) ? now : { ...next, key }));
    };
    const look = async () => {
      const stored = await readMentor(question);
      if (stored || !mayAsk || gone) return keep({ mentor: stored, failure: null });
      const answer = await send('resolveMentor', question);
      keep(
        answer.ok
          ? { mentor: answer.value, failure: null }
          : { mentor: null, failure: answer.failure },
      );
    };
    look();
    return () => {
      gone = true;
    };
  }, [key, ask, attempt, latest]);

  return found?.key === key ? found : NOBODY;
}

/** Whether the result for this key equals the known one; before any result, no mentor is known. */
function isSame(now: (Found & { key: string }) | null, next: Found, key: string): boolean {
  const { mentor, failure } = now?.key === key ? now : NOBODY;
  return JSON.stringify({ mentor, failure }) === JSON.stringify(next);
}
