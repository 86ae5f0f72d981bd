import type { Door } from '@/utils/api/http';
import type { Failure } from '@/utils/failure';

/** What is known of a host between requests, and kept between two lives of the worker. */
export interface HostGate {
  /** No request before this instant (epoch ms): the host asked for it. */
  notBeforeMs: number;
  /** Server errors in a row; an answer of any other kind begins anew. */
  failures: number;
  /** After too many failures no request before this instant (epoch ms), then a single one. */
  openUntilMs: number;
  /** The last server error. */
  status: number;
}

/** Where gates are kept. Damage reads as null and false: a gate that is lost is an open one. */
export interface GateStore {
  readHost(host: string): Promise<HostGate | null>;
  writeHost(host: string, gate: HostGate): Promise<void>;
  isRejected(keyFingerprint: string): Promise<boolean>;
  setRejected(keyFingerprint: string, rejected: boolean): Promise<void>;
}

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;
const SHORT_WAIT_MS = 3_000;
/** Longer than any wait we ever set: the clock was turned back, and the gate means nothing. */
const ABSURD_WAIT_MS = 25 * 60 * 60_000;

interface HostTurns {
  inFlight: number;
  /** The one who asks to enter waits for those who asked before. */
  entering: Promise<unknown>;
  leaving: Promise<unknown>;
  onLeave: Set<() => void>;
}

/** Doors of hosts: `doorOf(host, keyFingerprint)`, without a fingerprint for the test of a new key. */
export function createDoors(
  store: GateStore,
  now: () => number,
  sleep: (ms: number) => Promise<void>,
): (host: string, keyFingerprint: string | null) => Door {
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
        const gate = (await store.readHost(host)) ?? openGate;
        const waitMs = gate.notBeforeMs - now();
        if (waitMs > SHORT_WAIT_MS && waitMs < ABSURD_WAIT_MS) {
          return { kind: 'rate-limited', untilMs: gate.notBeforeMs };
        }
        const closedMs = gate.openUntilMs - now();
        if (closedMs > 0 && closedMs <= OPEN_MS) return { kind: 'server', status: gate.status };
        if (waitMs > 0 && waitMs <= SHORT_WAIT_MS) {
          await sleep(waitMs);
        } else if (mayEnter(gate.failures, turn.inFlight)) {
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
      const before = (await store.readHost(host)) ?? openGate;
      const after = gateAfter(before, outcome, now());
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

const openGate: HostGate = { notBeforeMs: 0, failures: 0, openUntilMs: 0, status: 0 };

/** After a failure no more are let in than could, all failing, open the breaker; then one at a time. */
const mayEnter = (failures: number, inFlight: number): boolean =>
  failures === 0 || inFlight === 0 || failures + inFlight < FAILURES_TO_OPEN;

/** What an attempt's end makes of a gate; the same object when it changes nothing. */
export function gateAfter(
  gate: HostGate,
  outcome: Failure | 'lost' | null,
  nowMs: number,
): HostGate {
  // Nobody answered, or only a proxy or a clock did: it says nothing about the server.
  if (outcome === 'lost' || outcome?.kind === 'offline' || outcome?.kind === 'timeout') return gate;
  if (outcome?.kind === 'rate-limited') {
    const knownMs = gate.notBeforeMs - nowMs < ABSURD_WAIT_MS ? gate.notBeforeMs : 0;
    return { ...gate, failures: 0, notBeforeMs: Math.max(knownMs, outcome.untilMs) };
  }
  if (outcome?.kind === 'server' && outcome.status >= 500) {
    const failures = gate.failures + 1;
    const openUntilMs = failures >= FAILURES_TO_OPEN ? nowMs + OPEN_MS : gate.openUntilMs;
    return { ...gate, failures, openUntilMs, status: outcome.status };
  }
  return gate.failures === 0 ? gate : { ...gate, failures: 0, openUntilMs: 0 };
}
