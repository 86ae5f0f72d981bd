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
  /** When it was detected (epoch ms). */
  atMs: number;
  /**
   * Only of an operation that was served before: when it was first found missing (epoch ms). While
   * a deployment restarts it answers like one that lacks everything, so this is doubted.
   */
  sinceMs?: number | undefined;
  /** Only of an operation that is served: the fingerprint of the key that was answered last. */
  by?: string | undefined;
}

/** The known capabilities of a deployment, by operation. */
export type Capabilities = Partial<Record<OptionalOperation, Capability>>;

/** A deployment as one organization sees it. */
export interface Deployment {
  baseUrl: string;
  org: string;
}

/** A question to a deployment, and the click that it came from (epoch ms), if there was one. */
export interface AskedSince extends Deployment {
  newerThanMs?: number | null | undefined;
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

/** Capabilities are valid for a week, or until a connection test detects them again. */
export const KNOWN_MS = 7 * 24 * 60 * 60_000;
/** How long a missing operation is believed to be missing where a restart would look the same. */
const DOUBTED_MS = 5 * 60_000;
/** How long an answer shows that a key is valid. */
const ACCEPTED_MS = 24 * 60 * 60_000;

/**
 * Returns the valid capability of `operation`; null where none is known. A click (`newerThanMs`)
 * asks for what was served before, though it was missing last.
 */
export function capabilityOf(
  capabilities: Capabilities,
  operation: OptionalOperation,
  nowMs: number,
  newerThanMs: number | null = null,
): 'served' | 'missing' | null {
  const stateOf = (name: OptionalOperation) => {
    const found = capabilities[name];
    return found && isYounger(found, nowMs, KNOWN_MS) ? found.state : null;
  };
  const isServed = (names: readonly OptionalOperation[]) =>
    names.some((name) => stateOf(name) === 'served');
  const state = stateOf(operation);
  const found = capabilities[operation];
  if (found && state === 'missing') {
    const { atMs, sinceMs } = found;
    // Nothing else answers either, so the whole API may be down.
    if (sinceMs === undefined && isServed(optionalOperations)) return state;
    // Asked again after 5 minutes, and then each time after as long as it has been missing.
    const forMs = Math.max(DOUBTED_MS, atMs - (sinceMs ?? atMs));
    const isClicked = sinceMs !== undefined && atMs < (newerThanMs ?? 0);
    return isYounger(found, nowMs, forMs) && !isClicked ? state : null;
  }
  if (state !== 'unclear') return state;
  // When the other generation answers and this one never does, the operation itself is missing.
  const [own, other] = FIRST.some((name) => name === operation) ? [FIRST, SECOND] : [SECOND, FIRST];
  return isServed(other) && !isServed(own) ? 'missing' : null;
}

/** Whether the first generation has answered a key within the last day. */
export const isAccepted = (
  capabilities: Capabilities,
  keyFingerprint: string,
  nowMs: number,
): boolean =>
  FIRST.some((name) => {
    const found = capabilities[name];
    return found?.by === keyFingerprint && isYounger(found, nowMs, ACCEPTED_MS);
  });

/** False for a time in the future: the clock was set back, so the age is unknown. */
export const isYounger = ({ atMs }: Capability, nowMs: number, belowMs: number): boolean =>
  nowMs >= atMs && nowMs - atMs < belowMs;

/** Whether nothing is known of a deployment; then both generations are asked at once. */
export const isUndiscovered = (capabilities: Capabilities, nowMs: number): boolean =>
  optionalOperations.every((name) => capabilityOf(capabilities, name, nowMs) === null);
