import type { Failure } from '@/utils/failure';
import { createTurns } from '@/utils/turns';
import { mayBeMissing } from '../http/classify';
import type { Operation } from '../operation';
import {
  type AskedDeployment,
  type Capability,
  type CapabilityStore,
  capabilitiesAfter,
  capabilityOf,
  type Deployment,
  type OptionalOperation,
  optionalOperations,
} from './capabilities';

/** Asked before each request and told of its end. */
export interface CapabilityDetector {
  /** False for an operation that this deployment is known to lack. */
  enter(deployment: Deployment, operation: Operation): Promise<boolean>;
  /** What is known of an operation, once whoever asks it first has heard; null where nothing is. */
  known(deployment: Deployment, name: OptionalOperation): Promise<'served' | 'missing' | null>;
  /** `outcome` is null for an answer. */
  leave(deployment: AskedDeployment, operation: Operation, outcome: Failure | null): Promise<void>;
}

/**
 * Finds out what deployments serve, and keeps it in a store. While nothing is known of an operation a
 * single request goes ahead and the others wait for its end. `recheck` asks even for what is known to
 * be missing.
 */
export function createCapabilityDetector(
  store: CapabilityStore,
  now: () => number,
  { recheck = false }: { recheck?: boolean } = {},
): CapabilityDetector {
  const ahead = new Map<string, { end: Promise<void>; over: () => void }>();
  // One after the other: each reads what the one before has written.
  const inOrder = createTurns();

  const known = async (deployment: Deployment, name: OptionalOperation) => {
    const capabilities = await inOrder(() => store.read(deployment));
    return capabilityOf(capabilities, name, now());
  };
  const note = async (
    deployment: AskedDeployment,
    name: OptionalOperation,
    state: Capability['state'],
  ) => {
    const before = await store.read(deployment);
    const after = capabilitiesAfter(before, name, state, now());
    if (after !== before) await store.write(deployment, after);
  };

  return {
    async known(deployment, name) {
      await ahead.get(keyOf(deployment, name))?.end;
      return known(deployment, name);
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
      // What could not be noted is found out again.
      if (state !== null) await inOrder(() => note(deployment, name, state)).catch(() => undefined);
      const key = keyOf(deployment, name);
      ahead.get(key)?.over();
      ahead.delete(key);
    },
  };
}

const keyOf = ({ baseUrl, org }: Deployment, name: OptionalOperation) =>
  JSON.stringify([baseUrl, org, name]);

/** Several questions are one operation, told apart by its `metric`. */
const SAME_OPERATION: Partial<Record<Operation['name'], OptionalOperation>> = {
  'active-users': 'users',
  'registered-users': 'users',
  'currently-active': 'users',
  'conversation-headline': 'conversations',
  'session-headline': 'sessions',
};

/** The name under which an operation is found; null for one that every deployment has. */
function optionalName({ name }: Operation): OptionalOperation | null {
  const shared = SAME_OPERATION[name];
  if (shared !== undefined) return shared;
  return optionalOperations.find((optional) => optional === name) ?? null;
}

/** What an ending says about the operation; null where it says nothing. */
function stateAfter(operation: Operation, outcome: Failure | null): Capability['state'] | null {
  if (outcome === null) return 'served';
  if (!mayBeMissing(outcome)) return null;
  if (outcome.kind === 'not-served') return 'missing';
  // It may be the mentor that is unknown.
  return 'mentorId' in operation && operation.mentorId !== null ? null : 'unclear';
}
