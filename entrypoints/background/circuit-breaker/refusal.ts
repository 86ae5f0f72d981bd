import type { Failure } from '@/utils/failure';
import type { StoredRefusal as Refusal } from '@/utils/store/snapshots/breakers';

/** After this a refused use is tried once more: a deployment that restarts may refuse good keys. */
const PROBE_AFTER_MS = 5 * 60_000;

/**
 * Whether a refused use may be tried by a single request. A key that is refused again is final: nothing
 * is asked until it is saved or tested again. A clock that was turned back says nothing about the age.
 */
export const isProbeDue = ({ atMs, final }: Refusal, nowMs: number): boolean =>
  !final && (nowMs < atMs || nowMs - atMs >= PROBE_AFTER_MS);

/** Outcomes which prove that the key was accepted; undefined is a success. */
const ACCEPTED: (Failure['kind'] | undefined)[] = [undefined, 'forbidden', 'out-of-credit'];

/** Returns the refusal after an attempt has ended; the same value if nothing changed. */
export function refusalAfter(
  before: Refusal | null,
  outcome: Failure | 'lost' | null,
  { isProbe, nowMs }: { isProbe: boolean; nowMs: number },
): Refusal | null {
  if (outcome === 'lost') return before;
  if (outcome?.kind === 'key-rejected') {
    // Requests that run at the same time are refused together, which counts as one refusal.
    return before && !isProbe ? before : { atMs: nowMs, final: isProbe };
  }
  return isProbe && ACCEPTED.includes(outcome?.kind) ? null : before;
}
