import { type Failure, fail, ok, type Result } from '@/utils/failure';
import {
  type Answer,
  type CircuitBreaker,
  type Http,
  NotAsked,
  Refused,
  TimedOut,
  timedAttempt,
} from './attempt';
import { Interrupted, TooLong } from './body';

const RETRIES = 2;
/** A rate limit that ends within this time is waited for; a longer one is returned as a failure. */
const SHORT_WAIT_MS = 3_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Sends one GET request: at most three attempts of 6 s each with their body, all before
 * `deadlineMs`. Every failure is returned as a `Failure`, without the key or an error of the
 * browser.
 */
export async function getJson(
  url: URL,
  authorization: string,
  deadlineMs: number,
  breaker: CircuitBreaker,
  http: Http,
): Promise<Result<Answer>> {
  if (deadlineMs <= http.now()) return fail({ kind: 'timeout' });
  // A key with a line break or a letter beyond ASCII is no valid header value: `Headers` would
  // throw.
  if (!/^[\x20-\x7e]+$/.test(authorization)) return fail({ kind: 'no-key' });
  // A browser that reports to be offline may be wrong (a VPN, a virtual network), so one attempt is
  // made.
  const retries = http.online() ? RETRIES : 0;
  for (let retry = 1; ; retry += 1) {
    try {
      return ok(await timedAttempt(url, authorization, deadlineMs, breaker, http));
    } catch (error) {
      const pauseMs = retry > retries ? Infinity : pauseBefore(error, retry, http);
      if (pauseMs >= deadlineMs - http.now()) return fail(failureOf(error, http));
      await sleep(pauseMs);
    }
  }
}

/** Returns the pause before a retry, in ms; Infinity when a retry cannot succeed. */
function pauseBefore(error: unknown, retry: number, http: Http): number {
  const backOffMs = http.backOffMs(retry);
  if (error instanceof Interrupted || error instanceof TimedOut) return backOffMs;
  if (!(error instanceof Refused)) return Infinity;
  const { failure } = error;
  if (failure.kind === 'server' && failure.status >= 500 && failure.status !== 501)
    return backOffMs;
  if (failure.kind === 'rate-limited' || failure.kind === 'unavailable') {
    const waitMs = failure.untilMs - http.now();
    if (waitMs <= SHORT_WAIT_MS) return Math.max(waitMs, backOffMs);
  }
  return Infinity;
}

function failureOf(error: unknown, http: Http): Failure {
  if (error instanceof NotAsked) return error.failure;
  if (error instanceof TooLong) return { kind: 'too-large' };
  if (error instanceof SyntaxError) return { kind: 'bad-response' };
  if (!http.online() || error instanceof Interrupted) return { kind: 'offline' };
  return { kind: 'timeout' };
}
