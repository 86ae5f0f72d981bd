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

/** The operations that a deployment may lack, older ones first. */
export const optionalOperations = [...FIRST, ...SECOND];
export type OptionalOperation = (typeof optionalOperations)[number];

/** `unclear`: answered with a 404 that does not tell a missing operation from a missing person. */
export interface Capability {
  state: 'served' | 'missing' | 'unclear';
  atMs: number;
}

/** What was found out about a deployment, operation by operation. */
export type Capabilities = Partial<Record<OptionalOperation, Capability>>;

/** A deployment as one organization sees it. */
export interface Deployment {
  baseUrl: string;
  org: string;
}

/** A deployment, and the key by which something is found out about it. */
export interface AskedDeployment extends Deployment {
  keyFingerprint: string;
}

/** Where capabilities are kept. Damage reads as none: what is lost is found out again. */
export interface CapabilityStore {
  read(deployment: Deployment): Promise<Capabilities>;
  write(deployment: AskedDeployment, capabilities: Capabilities): Promise<void>;
}

/**
 * What was found holds for a week: an operation that goes says so by itself, which voids all of it, and a
 * test of the connection asks anew.
 */
const KNOWN_MS = 7 * 24 * 60 * 60_000;
/** An operation that keeps answering is noted anew no more often than this. */
const RENEW_MS = 60 * 60_000;

/** What `operation` is by today's capabilities; null where nothing is known of it. */
export function capabilityOf(
  capabilities: Capabilities,
  operation: OptionalOperation,
  nowMs: number,
): 'served' | 'missing' | null {
  const stateOf = (name: OptionalOperation) => {
    const found = capabilities[name];
    // A time to come is a clock that was turned back: it says nothing about the age.
    const isRecent = found && nowMs >= found.atMs && nowMs - found.atMs < KNOWN_MS;
    return isRecent ? found.state : null;
  };
  const state = stateOf(operation);
  if (state !== 'unclear') return state;
  // Where the other generation answers and this one never does, it is the operation that is missing.
  const isServed = (names: readonly OptionalOperation[]) =>
    names.some((name) => stateOf(name) === 'served');
  const [own, other] = FIRST.some((name) => name === operation) ? [FIRST, SECOND] : [SECOND, FIRST];
  return isServed(other) && !isServed(own) ? 'missing' : null;
}

/** Whether nothing is known of a deployment: both generations are asked at once then. */
export const isUndiscovered = (capabilities: Capabilities, nowMs: number): boolean =>
  optionalOperations.every((name) => capabilityOf(capabilities, name, nowMs) === null);

/**
 * Capabilities after one more; the same object when it changes nothing. An operation that was there and
 * is no more means another release: all that was known is void, what was missing may be there now.
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
