import {
  type Capabilities,
  type Capability,
  isYounger,
  KNOWN_MS,
  type OptionalOperation,
} from './capabilities';

/** For an operation that keeps answering, the time is updated at most once in this interval. */
const RENEW_MS = 60 * 60_000;
/** The operations of a deployment of which nothing is known are asked for within this time. */
const DISCOVERY_MS = 60_000;

/**
 * Returns the capabilities with one more result, found with the key `by`; the same object when
 * nothing changes. Where an operation comes or goes, the deployment may have another release, and
 * operations that were missing are forgotten, as they may exist now.
 */
export function capabilitiesAfter(
  before: Capabilities,
  operation: OptionalOperation,
  state: Capability['state'],
  nowMs: number,
  by?: string,
): Capabilities {
  const known = before[operation];
  const wasServed = known?.state === 'served';
  if (state === 'served') {
    if (wasServed && known.by === by && isYounger(known, nowMs, RENEW_MS)) return before;
    const hasCome = known?.state === 'missing' || !hasServed(before);
    const kept = hasCome ? withoutMissing(before, nowMs, DISCOVERY_MS) : before;
    return { ...kept, [operation]: { state, atMs: nowMs, by } };
  }
  if (state === 'missing') {
    const sinceMs = wasServed ? nowMs : known?.sinceMs;
    const kept = wasServed ? withoutMissing(before, nowMs, 0) : before;
    return { ...kept, [operation]: { state, atMs: nowMs, sinceMs } };
  }
  // It may be the person who is missing, so what others were answered stays as it is.
  if (wasServed && isYounger(known, nowMs, KNOWN_MS))
    return withoutMissing(before, nowMs, RENEW_MS);
  return known?.sinceMs === undefined ? { ...before, [operation]: { state, atMs: nowMs } } : before;
}

/** Returns the capabilities after a key was rejected; the same object when nothing changes. */
export function afterRejection(before: Capabilities, keyFingerprint: string): Capabilities {
  const all = Object.entries(before);
  if (all.every(([, { by }]) => by !== keyFingerprint)) return before;
  return Object.fromEntries(
    all.map(([name, { by, ...rest }]) => [name, by === keyFingerprint ? rest : { ...rest, by }]),
  );
}

const hasServed = (capabilities: Capabilities): boolean =>
  Object.values(capabilities).some(({ state }) => state === 'served');

/** Forgets what was found missing so long ago, but not what is doubted; the same object if nothing. */
function withoutMissing(before: Capabilities, nowMs: number, forMs: number): Capabilities {
  const all = Object.entries(before);
  const kept = all.filter(
    ([, found]) =>
      found.state === 'served' || found.sinceMs !== undefined || isYounger(found, nowMs, forMs),
  );
  return kept.length === all.length ? before : Object.fromEntries(kept);
}
