import { fail, type Result } from '@/utils/failure';
import { withLock } from '@/utils/store/with-lock';

/**
 * Stores what an action has come to, unless what it is about was deleted meanwhile: then there is no
 * key any more. A deletion waits for the end of it.
 */
export const unlessStopped = <T>(
  signal: AbortSignal,
  store: () => Promise<Result<T>>,
): Promise<Result<T>> =>
  withLock('profiles', async () => (signal.aborted ? fail({ kind: 'no-key' }) : store()));
