const FIRST = [
  'cohorts',
  'cost',
  'feedback',
  'model-costs',
  'mentor-costs',
  'person-costs',
  'conversation-summary',
  'session-averages',
  'discussed-topics',
  'topic-summary',
  'topic-statistics',
  'rating-summary',
] as const;
const SECOND = [
  'financial',
  'financial-details',
  'users',
  'ratings',
  'conversations',
  'sessions',
  'topic-details',
  'access-times',
] as const;

/** The operations that a deployment may lack; those of the first generation come first. */
export const optionalOperations = [...FIRST, ...SECOND];
export type OptionalOperation = (typeof optionalOperations)[number];

/**
 * `unclear`: the answer was a 404 that does not say whether the operation or the person is missing.
 */
export interface Capability {
  state: 'served' | 'missing' | 'unclear';
  atMs: number;
}

/** The known capabilities of a deployment, by operation. */
export type Capabilities = Partial<Record<OptionalOperation, Capability>>;

/** A deployment as one organization sees it. */
export interface Deployment {
  baseUrl: string;
  org: string;
}

/** A deployment, and the key that is used to detect its capabilities. */
export interface AskedDeployment extends Deployment {
  keyFingerprint: string;
}

/** Stores capabilities. Damaged data reads as absent; it is then detected again. */
export interface CapabilityStore {
  read(deployment: Deployment): Promise<Capabilities>;
  write(deployment: AskedDeployment, capabilities: Capabilities): Promise<void>;
}

/**
 * Capabilities are valid for a week. They are discarded earlier when an operation that was served
 * is missing, and a connection test detects them again.
 */
const KNOWN_MS = 7 * 24 * 60 * 60_000;
/** For an operation that keeps answering, the time is updated at most once in this interval. */
const RENEW_MS = 60 * 60_000;

/** Returns the valid capability of `operation`; null where none is known. */
export function capabilityOf(
  capabilities: Capabilities,
  operation: OptionalOperation,
  nowMs: number,
): 'served' | 'missing' | null {
  const stateOf = (name: OptionalOperation) => {
    const found = capabilities[name];
    // A time in the future means that the clock was set back, so the age is unknown.
    const isRecent = found && nowMs >= found.atMs && nowMs - found.atMs < KNOWN_MS;
    return isRecent ? found.state : null;
  };
  const state = stateOf(operation);
  if (state !== 'unclear') return state;
  // When the other generation answers and this one never does, the operation itself is missing.
  const isServed = (names: readonly OptionalOperation[]) =>
    names.some((name) => stateOf(name) === 'served');
  const [own, other] = FIRST.some((name) => name === operation) ? [FIRST, SECOND] : [SECOND, FIRST];
  return isServed(other) && !isServed(own) ? 'missing' : null;
}

/** Whether nothing is known of a deployment; then both generations are asked at once. */
export const isUndiscovered = (capabilities: Capabilities, nowMs: number): boolean =>
  optionalOperations.every((name) => capabilityOf(capabilities, name, nowMs) === null);

/**
 * Returns the capabilities with one more result; the same object when nothing changes. When an
 * operation that was served is now missing, the deployment has another release: all earlier results
 * are discarded, as operations that were missing may exist now.
 */
export function capabilitiesAfter(
  before: Capabilities,
  operation: OptionalOperation,
  state: Capability['state'],
  nowMs: number,
): Capabilities {
  const known = before[operation];
  if (state === 'served' && known?.state === 'served') {
    const ageMs = nowMs - known.atMs;
    if (ageMs >= 0 && ageMs < RENEW_MS) return before;
  }
  const isGone = state !== 'served' && known?.state === 'served';
  return { ...(isGone ? {} : before), [operation]: { state, atMs: nowMs } };
}
