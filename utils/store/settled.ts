import { withDeadline } from '@/utils/deadline';
import { fail, ok, type Result } from '@/utils/failure';

/** A store that takes longer is taken for broken: a popup can't wait for it. */
const TIMEOUT_MS = 2000;

/**
 * What a piece of work with a store comes to; `storage` where it throws, rejects or takes longer than
 * 2 s. Storage may be damaged, full, forbidden (private windows) or held up by another page.
 */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return await withDeadline(work().then(ok), TIMEOUT_MS, () => fail({ kind: 'storage' }));
  } catch {
    return fail({ kind: 'storage' });
  }
}
