import type { Result } from '@/utils/failure';
import { mayBeMissing } from '../http/classify';

/** One request that gives the figures; others give the same ones. */
export type Ask<T> = () => Promise<Result<T>>;

/**
 * Sends the requests in turn and returns the first answer whose operation is not missing. If all
 * are missing, it returns the most informative failure. A first request that was refused from
 * stored capabilities is repeated at the end: if another operation has disappeared meanwhile, the
 * stored capabilities were discarded. Where nothing has changed, this sends no request.
 */
export async function firstServed<T>(first: Ask<T>, ...others: Ask<T>[]): Promise<Result<T>> {
  let refused = await first();
  if (refused.ok || !mayBeMissing(refused.failure)) return refused;
  const again = refused.failure.kind === 'not-served' ? [first] : [];
  for (const ask of [...others, ...again]) {
    const answer = await ask();
    if (answer.ok || !mayBeMissing(answer.failure)) return answer;
    if (refused.failure.kind === 'not-served') refused = answer;
  }
  return refused;
}
