import type { Result } from '@/utils/failure';
import { mayBeMissing } from '../http/classify';

/** One way to ask for the same figures. */
export type Ask<T> = () => Promise<Result<T>>;

/**
 * The first answer that is no missing operation; where each of them is missing, the refusal that says
 * most. A first way that was known to be missing is tried once more at the end: an operation that is
 * gone means another release, which voids what was known. It costs no request where nothing changed.
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
