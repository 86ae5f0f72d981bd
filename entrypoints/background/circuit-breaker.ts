import type { CircuitBreaker } from '@/utils/api/http/get-json';
import type { Failure } from '@/utils/failure';

/** What is known of a host between requests, and kept between two lives of the worker. */
export interface BreakerState {
  /** No request before this instant (epoch ms): the host asked for it. */
  notBeforeMs: number;
  /** Server errors in a row; an answer of any other kind begins anew. */
  failures: number;
  /** After too many failures no request before this instant (epoch ms), then a single one. */
  openUntilMs: number;
  /** The last server error. */
  status: number;
}

/** Where gates are kept. Damage reads as null and false: a state that is lost is an open one. */
export interface BreakerStore {
  readHost(host: string): Promise<BreakerState | null>;
  writeHost(host: string, state: BreakerState): Promise<void>;
  isRejected(keyFingerprint: string): Promise<boolean>;
  setRejected(keyFingerprint: string, rejected: boolean): Promise<void>;
}

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;
const SHORT_WAIT_MS = 3_000;
/** Longer than any wait we ever set: the clock was turned back, and the state means nothing. */
const ABSURD_WAIT_MS = 25 * 60 * 60_000;

interface HostTurns {
  inFlight: number;
  /** The one who asks to enter waits for those who asked before. */
  entering: Promise<unknown>;
  leaving: Promise<unknown>;
  onLeave: Set<() => void>;
}

/** Doors of hosts: `breakerOf(host, keyFingerprint)`, without a fingerprint for the test of a new key. */
export function createCircuitBreakers(
  store: BreakerStore,
  now: () => number,
  sleep: (ms: number) => Promise<void>,
): (host: string, keyFingerprint: string | null) => CircuitBreaker {
  const turns = new Map<string, HostTurns>();

  return (host, keyFingerprint) => {
    const turn = turns.get(host) ?? {
      inFlight: 0,
      entering: Promise.resolve(),
      leaving: Promise.resolve(),
      onLeave: new Set(),
    };
    turns.set(host, turn);

    async function enter(): Promise<Failure | null> {
      for (;;) {
        if (keyFingerprint !== null && (await store.isRejected(keyFingerprint))) {
          return { kind: 'key-rejected' };
        }
        const state = (await store.readHost(host)) ?? INITIAL_STATE;
        const waitMs = state.notBeforeMs - now();
        if (waitMs > SHORT_WAIT_MS && waitMs < ABSURD_WAIT_MS) {
          return { kind: 'rate-limited', untilMs: state.notBeforeMs };
        }
        const closedMs = state.openUntilMs - now();
        if (closedMs > 0 && closedMs <= OPEN_MS) return { kind: 'server', status: state.status };
        if (waitMs > 0 && waitMs <= SHORT_WAIT_MS) {
          await sleep(waitMs);
        } else if (mayEnter(state.failures, turn.inFlight)) {
          turn.inFlight++;
          return null;
        } else {
          await new Promise<void>((resolve) => turn.onLeave.add(resolve));
        }
      }
    }

    async function leave(outcome: Failure | 'lost' | null): Promise<void> {
      if (outcome !== 'lost' && outcome?.kind === 'key-rejected' && keyFingerprint !== null) {
        await store.setRejected(keyFingerprint, true);
      }
      const before = (await store.readHost(host)) ?? INITIAL_STATE;
      const after = stateAfter(before, outcome, now());
      if (after !== before) await store.writeHost(host, after);
      turn.inFlight--;
      for (const wake of turn.onLeave) wake();
      turn.onLeave.clear();
    }

    return {
      enter: () => {
        const mine = turn.entering.then(enter);
        turn.entering = mine.catch(() => undefined);
        return mine;
      },
      leave: (outcome) => {
        const mine = turn.leaving.then(() => leave(outcome));
        turn.leaving = mine.catch(() => undefined);
        return mine;
      },
    };
  };
}

const INITIAL_STATE: BreakerState = { notBeforeMs: 0, failures: 0, openUntilMs: 0, status: 0 };

/** After a failure no more are let in than could, all failing, open the breaker; then one at a time. */
const mayEnter = (failures: number, inFlight: number): boolean =>
  failures === 0 || inFlight === 0 || failures + inFlight < FAILURES_TO_OPEN;

/** What an attempt's end makes of a state; the same object when it changes nothing. */
export function stateAfter(
  state: BreakerState,
  outcome: Failure | 'lost' | null,
  nowMs: number,
): BreakerState {
  // Nobody answered, or only a proxy or a clock did: it says nothing about the server.
  if (outcome === 'lost' || outcome?.kind === 'offline' || outcome?.kind === 'timeout')
    return state;
  if (outcome?.kind === 'rate-limited') {
    const knownMs = state.notBeforeMs - nowMs < ABSURD_WAIT_MS ? state.notBeforeMs : 0;
    return { ...state, failures: 0, notBeforeMs: Math.max(knownMs, outcome.untilMs) };
  }
  if (outcome?.kind === 'server' && outcome.status >= 500) {
    const failures = state.failures + 1;
    const openUntilMs = failures >= FAILURES_TO_OPEN ? nowMs + OPEN_MS : state.openUntilMs;
    return { ...state, failures, openUntilMs, status: outcome.status };
  }
  return state.failures === 0 ? state : { ...state, failures: 0, openUntilMs: 0 };
}
