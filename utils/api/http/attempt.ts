import type { Failure } from '@/utils/failure';
import { Interrupted, orAborted, readBody, TooLong } from './body';
import { classifyResponse, dateOf } from './classify';

const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_LINE_BYTES = 16 * 1024;
const ATTEMPT_TIMEOUT_MS = 6_000;

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
export class NotAsked extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Thrown for an attempt whose answer is a failure. */
export class Refused extends NotAsked {}

/** Thrown for an attempt that took too long. */
export class TimedOut extends Error {}

/** Makes one attempt, and stops waiting in time even if the browser ignores the abort. */
export async function timedAttempt(
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
    const left = breaker.leave(outcome);
    // An answer need not wait until it is written down that there was one; a failure decides what is asked next.
    if (outcome === null) left.catch(console.error);
    else await left;
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
