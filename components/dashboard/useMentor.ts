import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/utils/failure';
import { send } from '@/utils/messages';
import { type KnownMentor, readMentor } from '@/utils/store/mentors';

/** The mentor that a page's URL names, and who asks. */
export interface MentorQuestion {
  baseUrl: string;
  org: string;
  user: string;
  idOrSlug: string;
}

type Found = { mentor: KnownMentor | null; failure: Failure | null };
const NOBODY: Found = { mentor: null, failure: null };

/**
 * The unique id and name of the mentor in the tab, from the store; from the API only where the
 * figures are to be narrowed to it (`needed`). `attempt` asks anew after a failure.
 */
export function useMentor(
  question: MentorQuestion | null,
  needed: boolean,
  attempt: number,
): Found {
  const [found, setFound] = useState<(Found & { key: string }) | null>(null);
  const key = JSON.stringify(question);

  useEffect(() => {
    if (!question) return;
    let gone = false;
    const keep = (next: Found) => {
      if (!gone) setFound({ ...next, key });
    };
    const look = async () => {
      const known = await readMentor(question);
      if (known || !needed || gone) return keep({ mentor: known, failure: null });
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
  }, [key, needed, attempt]);

  return found?.key === key ? found : NOBODY;
}
