import type { Failure } from '@/utils/failure';

/** The state of a host's circuit breaker, kept between requests and between restarts of the worker. */
export interface BreakerState {
  /** No request before this instant (epoch ms), because the host has announced maintenance. */
  notBeforeMs: number;
  /** The number of server errors in a row; any other answer sets it to 0. */
  failures: number;
  /** After too many failures no request before this instant (epoch ms), then a single one. */
  openUntilMs: number;
  /** The last server error. */
  status: number;
}

export const INITIAL_STATE: BreakerState = {
  notBeforeMs: 0,
  failures: 0,
  openUntilMs: 0,
  status: 0,
};

const FAILURES_TO_OPEN = 5;
/** How long (ms) an open breaker allows no request. */
export const OPEN_MS = 30_000;
const SHORT_WAIT_MS = 3_000;
/** Longer (ms) than any wait we set: a longer wait means that the clock was set back, and is ignored. */
const ABSURD_WAIT_MS = 25 * 60 * 60_000;

/** Whether an instant (epoch ms) is too far away to be waited for. */
export const isLong = (untilMs: number, nowMs: number): boolean =>
  untilMs - nowMs > SHORT_WAIT_MS && untilMs - nowMs < ABSURD_WAIT_MS;

/** How long to wait (ms) for an instant that is near; 0 where it is past, or too far away. */
export const shortWait = (untilMs: number, nowMs: number): number => {
  const waitMs = untilMs - nowMs;
  return waitMs > 0 && waitMs <= SHORT_WAIT_MS ? waitMs : 0;
};

/** Whether one more request may start: after a failure, only as many as are needed to open the breaker. */
export const mayEnter = (failures: number, inFlight: number): boolean =>
  failures === 0 || inFlight === 0 || failures + inFlight < FAILURES_TO_OPEN;

/**
 * Returns the state after an attempt has ended; the same object if nothing changed. Attempts that were let
 * in before any failure was known (`isWarned` false) fail together: however many, only one that is made
 * after them opens the breaker.
 */
export function stateAfter(
  state: BreakerState,
  outcome: Failure | 'lost' | null,
  nowMs: number,
  isWarned = true,
): BreakerState {
  // No answer, a proxy's answer or a timeout says nothing about the server.
  if (outcome === 'lost' || outcome?.kind === 'offline' || outcome?.kind === 'timeout')
    return state;
  if (outcome?.kind === 'unavailable') {
    const knownMs = state.notBeforeMs - nowMs < ABSURD_WAIT_MS ? state.notBeforeMs : 0;
    return { ...state, failures: 0, notBeforeMs: Math.max(knownMs, outcome.untilMs) };
  }
  if (outcome?.kind === 'server' && outcome.status >= 500) {
    const most = isWarned ? FAILURES_TO_OPEN : FAILURES_TO_OPEN - 1;
    const failures = Math.max(state.failures, Math.min(state.failures + 1, most));
    const openUntilMs =
      isWarned && failures >= FAILURES_TO_OPEN ? nowMs + OPEN_MS : state.openUntilMs;
    return { ...state, failures, openUntilMs, status: outcome.status };
  }
  return state.failures === 0 ? state : { ...state, failures: 0, openUntilMs: 0 };
}
