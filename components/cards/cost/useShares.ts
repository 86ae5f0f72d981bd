import { useState } from 'preact/hooks';
import { useAsync } from '@/components/ui/useAsync';
import type { SpentOn } from '@/utils/figures/cost-shares';
import type { Period } from '@/utils/figures/time/period';
import type { Identity } from '@/utils/identity';
import { send } from '@/utils/messages/send';

/**
 * Returns the shares of a cost, null until they are known. An answer is returned only for exactly the question
 * that it belongs to, so that the shares of one user never appear under another user's cost.
 */
export function useShares(identity: Identity | null, period: Period, by: SpentOn) {
  const [attempt, setAttempt] = useState(0);
  const question = identity && { identity, period, by };
  const answer = useAsync(question && JSON.stringify([question, attempt]), () =>
    question ? send('costBreakdown', question) : Promise.reject(new Error('nobody to ask about')),
  );
  return { answer, retry: () => setAttempt(attempt + 1) };
}
