import type { CircuitBreaker } from '@/utils/api/http/attempt';
import type { Failure } from '@/utils/failure';
import { createSerialQueue, type SerialQueue } from '@/utils/serial-queue';
import type { KeyUse, StoredRefusal } from '@/utils/store/snapshots/breakers';
import {
  type BreakerState,
  INITIAL_STATE,
  isLong,
  mayEnter,
  OPEN_MS,
  shortWait,
  stateAfter,
} from './breaker-state';
import { isProbeDue, refusalAfter } from './refusal';

/** The store of breaker states. Damaged data is read as null and 0, so a lost state allows requests. */
export interface BreakerStore {
  readHost(host: string): Promise<BreakerState | null>;
  /** Stores the state that was found out with a key. */
  writeHost(host: string, state: BreakerState, keyFingerprint: string): Promise<void>;
  /** The instant (epoch ms) before which a host accepts no request with a key; 0 if there is none. */
  readLimit(host: string, keyFingerprint: string): Promise<number>;
  writeLimit(host: string, keyFingerprint: string, untilMs: number): Promise<void>;
  readRefusal(use: KeyUse): Promise<StoredRefusal | null>;
  writeRefusal(use: KeyUse, refusal: StoredRefusal | null): Promise<void>;
}

/** Returns the breaker of one call with a key; with `recheck` (a test) it allows refused keys too. */
export type BreakerOf = (
  host: string,
  use: KeyUse,
  options?: { recheck?: boolean },
) => CircuitBreaker;

/** The state of a host that is kept in memory until the worker stops. */
interface HostState {
  inFlight: number;
  /** Counts what was written of it. */
  writes: number;
  /** Each request to enter waits for the earlier ones. */
  entering: SerialQueue;
  leaving: SerialQueue;
  /** The key uses that are being tried once more. */
  probing: Set<string>;
  onLeave: Set<() => void>;
}

const OTHERS_PROBE = Symbol('somebody else tries the key');

/**
 * Breakers of hosts. Server errors and maintenance close a host to everybody; a limit of the rate closes
 * it to the key that is limited; a refusal closes it to the use of the key that was refused (`KeyUse`).
 */
export function createCircuitBreakers(
  store: BreakerStore,
  now: () => number,
  sleep: (ms: number) => Promise<void>,
): BreakerOf {
  const hosts = new Map<string, HostState>();

  return (
    host,
    { keyFingerprint, baseUrl, org, pathUser, user, isPrivate },
    { recheck = false } = {},
  ) => {
    const local = hosts.get(host) ?? newHost();
    hosts.set(host, local);
    // A caller may pass an object with more properties, such as the key itself, which must not be stored.
    const person = { keyFingerprint, baseUrl, org, pathUser, user };
    const use = isPrivate ? { ...person, isPrivate } : person;
    const useKey = JSON.stringify(use);
    let [isProbe, isWarned] = [false, false];
    /** Whatever was read before a write or during it is read again. */
    const written = async (write: Promise<void>) => {
      local.writes++;
      await write;
      local.writes++;
    };
    const nextLeave = () => new Promise<void>((resolve) => local.onLeave.add(resolve));

    const read = () =>
      Promise.all([
        recheck ? null : store.readRefusal(use),
        store.readHost(host),
        store.readLimit(host, keyFingerprint),
      ]);

    /** `early` was read when there had been `writes` of them. */
    async function enter(
      early: ReturnType<typeof read>,
      writes: number,
    ): Promise<Failure | typeof OTHERS_PROBE | null> {
      for (;;) {
        const [refusal, stored, limitMs] = await (writes === local.writes ? early : read());
        if (refusal && !isProbeDue(refusal, now())) return { kind: 'key-rejected' };
        if (refusal && local.probing.has(useKey)) return OTHERS_PROBE;
        const state = stored ?? INITIAL_STATE;
        const nowMs = now();
        if (isLong(state.notBeforeMs, nowMs)) {
          return { kind: 'unavailable', untilMs: state.notBeforeMs };
        }
        if (isLong(limitMs, nowMs)) return { kind: 'rate-limited', untilMs: limitMs };
        const closedMs = state.openUntilMs - nowMs;
        if (closedMs > 0 && closedMs <= OPEN_MS) return { kind: 'server', status: state.status };
        const waitMs = Math.max(shortWait(state.notBeforeMs, nowMs), shortWait(limitMs, nowMs));
        if (waitMs > 0) {
          await sleep(waitMs);
        } else if (mayEnter(state.failures, local.inFlight)) {
          local.inFlight++;
          isWarned = state.failures > 0;
          isProbe = refusal !== null;
          if (isProbe) local.probing.add(useKey);
          return null;
        } else {
          await nextLeave();
        }
      }
    }

    async function leave(outcome: Failure | 'lost' | null): Promise<void> {
      const [refusal, stored] = await read();
      if (!recheck) {
        const after = refusalAfter(refusal, outcome, { isProbe, nowMs: now() });
        if (after !== refusal) await written(store.writeRefusal(use, after));
      }
      if (outcome !== 'lost' && outcome?.kind === 'rate-limited') {
        await written(store.writeLimit(host, keyFingerprint, outcome.untilMs));
      }
      const before = stored ?? INITIAL_STATE;
      const after = stateAfter(before, outcome, now(), isWarned);
      if (after !== before) await written(store.writeHost(host, after, keyFingerprint));
      if (isProbe) local.probing.delete(useKey);
      local.inFlight--;
      for (const wake of local.onLeave) wake();
      local.onLeave.clear();
    }

    return {
      async enter() {
        for (;;) {
          // Read side by side with all who enter at once: in turn they only decide.
          const [early, { writes }] = [read(), local];
          const refused = await local.entering(() => enter(early, writes));
          if (refused !== OTHERS_PROBE) return refused;
          await nextLeave();
        }
      },
      leave: (outcome) => local.leaving(() => leave(outcome)),
    };
  };
}

const newHost = (): HostState => ({
  inFlight: 0,
  writes: 0,
  entering: createSerialQueue(),
  leaving: createSerialQueue(),
  probing: new Set(),
  onLeave: new Set(),
});
