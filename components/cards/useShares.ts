import { useEffect, useState } from 'preact/hooks';
import type { Result } from '@/utils/failure';
import type { CostBreakdown, SpentOn } from '@/utils/figures/card-data';
import type { Period } from '@/utils/figures/period';
import { send } from '@/utils/messages/send';
import type { Identity } from '@/utils/page/identity';

/**
 * What a cost was spent on: null until it is known. An answer is given for exactly the question that
 * it answers, so that nobody's shares can stand under another's cost.
 */
export function useShares(identity: Identity | null, period: Period, by: SpentOn) {
  const question = JSON.stringify([identity, period, by]);
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{
    question: string;
    answer: Result<CostBreakdown> | null;
  } | null>(null);
  useEffect(() => {
    if (!identity) return;
    let gone = false;
    setFound(null);
    send('costBreakdown', { identity, period, by }).then((answer) => {
      if (!gone) setFound({ question, answer });
    });
    return () => {
      gone = true;
    };
  }, [question, attempt]);
  return {
    answer: found?.question === question ? found.answer : null,
    retry: () => setAttempt(attempt + 1),
  };
}
