import { type Failure, fail, ok, type Result } from '@/utils/failure';
import { Interrupted, orAborted, readBody, TooLong } from './body';
import { classifyResponse, dateOf } from './classify';

const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_LINE_BYTES = 16 * 1024;
const ATTEMPT_TIMEOUT_MS = 6_000;
const RETRIES = 2;
/** A rate limit that ends within this time is waited for; a longer one is returned as a failure. */
const SHORT_WAIT_MS = 3_000;

/** Called before and after each attempt: null is a usable answer, 'lost' means no answer. */
export interface CircuitBreaker {
  enter(): Promise<Failure | null>;
  leave(outcome: Failure | 'lost' | null): Promise<void>;
}

/** The dependencies of an HTTP call. */
export interface Http {
  fetch: typeof fetch;
  now(): number;
  online(): boolean;
  /** Returns the pause in ms before retry 1, 2 … after a failure that names no waiting time. */
  backOffMs(retry: number): number;
}

/** A parsed JSON body, and the server's time (epoch ms) where it was given. */
export interface Answer {
  json: unknown;
  servedAtMs: number | null;
}

/** Thrown for an attempt that was not sent. */
class NotAsked extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Thrown for an attempt whose answer is a failure. */
class Refused extends NotAsked {}

/** Thrown for an attempt that took too long. */
class TimedOut extends Error {}

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

/** Makes one attempt, and stops waiting in time even if the browser ignores the abort. */
async function timedAttempt(
  url: URL,
  authorization: string,
  deadlineMs: number,
  breaker: CircuitBreaker,
  http: Http,
): Promise<Answer> {
  const aborter = new AbortController();
  const { signal } = aborter;
  const timeoutMs = Math.min(ATTEMPT_TIMEOUT_MS, deadlineMs - http.now());
  const timer = setTimeout(() => aborter.abort(new TimedOut()), timeoutMs);
  const request = new Request(url, {
    headers: { accept: 'application/json', authorization },
    // Not `error`: that would look like a network failure. No redirect is followed in either case.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
  try {
    return await orAborted(attempt(request, breaker, http), signal);
  } finally {
    clearTimeout(timer);
  }
}

async function attempt(request: Request, breaker: CircuitBreaker, http: Http): Promise<Answer> {
  const { signal } = request;
  const closed = await breaker.enter();
  if (closed !== null) throw new NotAsked(closed);
  let outcome: Failure | 'lost' | null = 'lost';
  try {
    signal.throwIfAborted();
    const asked = http.fetch(request).catch((error) => {
      throw signal.aborted ? error : new Interrupted();
    });
    const response = await orAborted(asked, signal);
    const text = await orAborted(textToJudge(response), signal);
    outcome = classifyResponse(response, text, http.now());
    if (outcome !== null) throw new Refused(outcome);
    return { json: JSON.parse(text), servedAtMs: dateOf(response) };
  } finally {
    await breaker.leave(outcome);
  }
}

/** Returns the body if it is needed to classify the answer; other error pages are not read. */
async function textToJudge(response: Response): Promise<string> {
  const { status } = response;
  if (status === 200 || status === 403) return readBody(response, MAX_BODY_BYTES);
  // These messages are one line long; a longer body is a web page and is not needed.
  if (status === 404 || status === 401)
    return readBody(response, MAX_LINE_BYTES).catch(emptyIfTooLong);
  response.body?.cancel().catch(() => undefined);
  return '';
}

function emptyIfTooLong(error: unknown): string {
  if (error instanceof TooLong) return '';
  throw error;
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
