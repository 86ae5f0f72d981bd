import type { Caller, Scheme } from '@/utils/api/ask';
import type { Client } from '@/utils/api/client';
import type { Result } from '@/utils/failure';

const schemes: Scheme[] = ['Api-Token', 'Api-Key', 'Token'];

/**
 * Asks with each scheme in turn until one is not refused, the caller's own first. Gives the scheme that
 * was answered, or the caller's own where all were refused.
 */
export async function withSchemes<T>(
  caller: Caller,
  ask: (caller: Caller) => Promise<Result<T>>,
): Promise<{ scheme: Scheme; answer: Result<T> }> {
  let answer = await ask(caller);
  for (const scheme of schemes.filter((other) => other !== caller.scheme)) {
    if (!isRefused(answer)) break;
    const next = await ask({ ...caller, scheme });
    if (!isRefused(next)) return { scheme, answer: next };
    answer = next;
  }
  return { scheme: caller.scheme, answer };
}

/** A deployment that wants another scheme refuses the key, or does not see it. */
const isRefused = (answer: Result<unknown>): boolean =>
  !answer.ok && ['key-rejected', 'key-unseen'].includes(answer.failure.kind);

/** Whose key it is, as the API says; needs no right to analytics. */
export const verifyKey = (client: Client, caller: Caller) => withSchemes(caller, client.keyOwner);
