import type { Failure } from '@/utils/failure';

/** What is known of a host between requests, and kept between two lives of the worker. */
export interface BreakerState {
  /** No request before this instant (epoch ms): the host is down for maintenance, and said so. */
  notBeforeMs: number;
  /** Server errors in a row; an answer of any other kind begins anew. */
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
/** How long an open breaker lets nobody in. */
export const OPEN_MS = 30_000;
const SHORT_WAIT_MS = 3_000;
/** Longer than any wait we ever set: the clock was turned back, and the state means nothing. */
const ABSURD_WAIT_MS = 25 * 60 * 60_000;

/** Whether an instant (epoch ms) is too far away to be waited for. */
export const isLong = (untilMs: number, nowMs: number): boolean =>
  untilMs - nowMs > SHORT_WAIT_MS && untilMs - nowMs < ABSURD_WAIT_MS;

/** How long to wait (ms) for an instant that is near; 0 where it is past, or too far away. */
export const shortWait = (untilMs: number, nowMs: number): number => {
  const waitMs = untilMs - nowMs;
  return waitMs > 0 && waitMs <= SHORT_WAIT_MS ? waitMs : 0;
};

/** After a failure no more are let in than could, all failing, open the breaker; then one at a time. */
export const mayEnter = (failures: number, inFlight: number): boolean =>
  failures === 0 || inFlight === 0 || failures + inFlight < FAILURES_TO_OPEN;

/**
 * What an attempt's end makes of a state; the same object when it changes nothing. Attempts that were let
 * in before any failure was known (`isWarned` false) fail together: however many, only one that is made
 * after them opens the breaker.
 */
export function stateAfter(
  state: BreakerState,
  outcome: Failure | 'lost' | null,
  nowMs: number,
  isWarned = true,
): BreakerState {
  // Nobody answered, or only a proxy or a clock did: it says nothing about the server.
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
