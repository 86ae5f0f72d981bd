import { withDeadline } from '@/utils/deadline';
import { fail, ok, type Result } from '@/utils/failure';

/** A store that takes longer than this is treated as broken, because a popup cannot wait for it. */
const TIMEOUT_MS = 2000;

/**
 * Returns the result of a storage task, or `storage` where it throws, rejects or takes longer than
 * 2 s. Storage may be damaged, full, forbidden (private windows) or blocked by another page.
 */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return await withDeadline(work().then(ok), TIMEOUT_MS, () => fail({ kind: 'storage' }));
  } catch {
    return fail({ kind: 'storage' });
  }
}
