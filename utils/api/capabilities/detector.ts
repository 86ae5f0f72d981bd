import type { Failure } from '@/utils/failure';
import { createSerialQueue } from '@/utils/serial-queue';
import { mayBeMissing } from '../http/classify';
import { isSecond, type Operation } from '../operation';
import {
  type AskedDeployment,
  type AskedSince,
  type Capabilities,
  type Capability,
  type CapabilityStore,
  capabilityOf,
  type Deployment,
  isAccepted,
  type OptionalOperation,
  optionalOperations,
} from './capabilities';
import { afterRejection, capabilitiesAfter } from './capabilities-after';

/** Called before each request and after it has ended. */
export interface CapabilityDetector {
  /** Resolves to false for an operation that this deployment is known to lack. */
  enter(deployment: AskedSince, operation: Operation): Promise<boolean>;
  /**
   * Resolves to the capability of an operation, after a running first request has ended; null where
   * nothing is known.
   */
  known(deployment: AskedSince, name: OptionalOperation): Promise<'served' | 'missing' | null>;
  /** Whether the first generation answered this key lately; waits as `known` does. */
  accepts(deployment: AskedDeployment): Promise<boolean>;
  /** `outcome` is the failure of the request, null where it was answered. */
  leave(deployment: AskedDeployment, operation: Operation, outcome: Failure | null): Promise<void>;
}

/**
 * Detects which operations deployments serve, and stores the result. While nothing is known of an
 * operation, one request goes first and the others wait until it has ended. With `recheck`,
 * operations that are known to be missing are requested as well.
 */
export function createCapabilityDetector(
  store: CapabilityStore,
  now: () => number,
  { recheck = false }: { recheck?: boolean } = {},
): CapabilityDetector {
  const ahead = new Map<string, { end: Promise<void>; over: () => void }>();
  // Changes run one after another, because each reads what the previous one wrote.
  const queue = createSerialQueue();

  const known = async (deployment: AskedSince, name: OptionalOperation) => {
    const capabilities = await queue(() => store.read(deployment));
    return capabilityOf(capabilities, name, now(), deployment.newerThanMs);
  };
  const change = async (
    deployment: AskedDeployment,
    changed: (before: Capabilities) => Capabilities,
  ) => {
    const before = await store.read(deployment);
    const after = changed(before);
    if (after !== before) await store.write(deployment, after);
  };

  return {
    async known(deployment, name) {
      await ahead.get(keyOf(deployment, name))?.end;
      return known(deployment, name);
    },
    async accepts(deployment) {
      await ahead.get(keyOf(deployment, 'cost'))?.end;
      await ahead.get(keyOf(deployment, 'cohorts'))?.end;
      const capabilities = await queue(() => store.read(deployment));
      return isAccepted(capabilities, deployment.keyFingerprint, now());
    },
    async enter(deployment, operation) {
      const name = optionalName(operation);
      if (name === null || recheck) return true;
      const finding = await known(deployment, name);
      if (finding !== null) return finding === 'served';
      const key = keyOf(deployment, name);
      const first = ahead.get(key);
      if (first) {
        await first.end;
        return (await known(deployment, name)) !== 'missing';
      }
      let over = () => {};
      const end = new Promise<void>((resolve) => {
        over = resolve;
      });
      ahead.set(key, { end, over });
      return true;
    },
    async leave(deployment, operation, outcome) {
      const name = optionalName(operation);
      if (name === null) return;
      const state = stateAfter(operation, outcome);
      const { keyFingerprint } = deployment;
      const changed = (before: Capabilities) => {
        if (state !== null) return capabilitiesAfter(before, name, state, now(), keyFingerprint);
        const isRejected = outcome?.kind === 'key-rejected' && !isSecond(operation);
        return isRejected ? afterRejection(before, keyFingerprint) : before;
      };
      // If the result cannot be stored, it is detected again later.
      await queue(() => change(deployment, changed)).catch(() => undefined);
      const key = keyOf(deployment, name);
      ahead.get(key)?.over();
      ahead.delete(key);
    },
  };
}

const keyOf = ({ baseUrl, org }: Deployment, name: OptionalOperation) =>
  JSON.stringify([baseUrl, org, name]);

/** Requests that use the same operation and differ only in its `metric` parameter. */
const SAME_OPERATION: Partial<Record<Operation['name'], OptionalOperation>> = {
  'active-users': 'users',
  'registered-users': 'users',
  'currently-active': 'users',
  'session-headline': 'sessions',
};

/**
 * Returns the name under which the capability is stored; null for an operation that every
 * deployment has.
 */
function optionalName({ name }: Operation): OptionalOperation | null {
  const shared = SAME_OPERATION[name];
  if (shared !== undefined) return shared;
  return optionalOperations.find((optional) => optional === name) ?? null;
}

/**
 * Returns the state of the operation after this outcome; null where the outcome does not show it.
 */
function stateAfter(operation: Operation, outcome: Failure | null): Capability['state'] | null {
  if (outcome === null) return 'served';
  if (!mayBeMissing(outcome)) return null;
  if (outcome.kind === 'not-served') return 'missing';
  // The mentor may be the missing one.
  return 'mentorId' in operation && operation.mentorId !== null ? null : 'unclear';
}
