import { type Failure, fail, type Result } from '@/utils/failure';
import type { CapabilityDetector } from './capabilities/detector';
import type { Answer, CircuitBreaker, Http } from './http/attempt';
import { getJson } from './http/get-json';
import { createLimit, type Urgency } from './http/limit';
import { createSingleFlight } from './http/single-flight';
import { isSecond, lacksAllTime, type Operation } from './operation';
import { buildUrl, type Place } from './url';
import type { Asked } from './wire/named';

/** The scheme of the `Authorization` header: `Api-Token`, unless the deployment refused it. */
export type Scheme = 'Api-Token' | 'Api-Key' | 'Token';

/** The person on whose behalf we ask, and the deadline of the request (epoch ms). */
export interface Caller extends Place {
  /** The user asked about. */
  user: string;
  apiKey: string;
  /** Identifies the key without revealing it. */
  keyFingerprint: string;
  scheme: Scheme;
  deadlineMs: number;
  /** True for the page of a private window, of which nothing is written to disk. */
  isPrivate?: boolean | undefined;
  /** The click that the request comes from (epoch ms), if there was one. */
  newerThanMs?: number | null | undefined;
  /** Decides which calls go first when not all can go at once; `headline` by default. */
  urgency?: Urgency;
}

/** Requests one operation and parses the answer, which must be about what was requested. */
export type Ask = <T>(
  caller: Caller,
  operation: Operation,
  parse: (answer: Answer, asked: Asked) => Result<T>,
) => Promise<Result<T>>;

/**
 * Loads all bars of a range (13) in one round trip, after that of the headline figures. Over
 * HTTP/1.1 browsers send six requests at once and queue the others in order.
 */
const CALLS_AT_ONCE = 14;

/**
 * True for every response that shows that the host is up, even a refusal; after any other failure
 * the host is not sent more requests.
 */
const isAnswer = (answer: Result<Answer>): boolean =>
  answer.ok ||
  !['server', 'unavailable', 'rate-limited', 'timeout', 'offline'].includes(answer.failure.kind);

/**
 * Creates the function that sends requests over HTTP. At most fourteen calls run at once for each
 * host, and identical calls share one request (single flight). `breakerOf` gives the circuit
 * breaker of a host and a use of a key; `mayAsk` decides whether a single request may be sent. An
 * operation that the deployment is known to lack is answered with `not-served`, without a request.
 */
export function createAsk(
  http: Http,
  breakerOf: (host: string, caller: Caller) => CircuitBreaker,
  detector: CapabilityDetector,
  mayAsk: (url: URL) => Promise<Failure | null>,
): Ask {
  const limit = createLimit(CALLS_AT_ONCE, isAnswer);
  const flight = createSingleFlight<Result<Answer>>();

  return async (caller, operation, parse) => {
    const url = buildUrl(caller, operation);
    if (!url.ok) return url;
    const denied = await mayAsk(url.value);
    if (denied !== null) return fail(denied);
    const isMissing = lacksAllTime(operation) || !(await detector.enter(caller, operation));
    if (isMissing) return fail({ kind: 'not-served' });
    const { host } = url.value;
    const judged = (failure: Failure) => asMeant(failure, operation, caller, detector);
    const breaker = withJudgement(breakerOf(host, caller), judged);
    const name = `${caller.keyFingerprint} ${caller.scheme} ${url.value.href}`;
    const authorization = `${caller.scheme} ${caller.apiKey}`;
    const answer = await flight(name, () =>
      limit(host, caller.urgency ?? 'headline', () =>
        getJson(url.value, authorization, caller.deadlineMs, breaker, http),
      ),
    );
    await detector.leave(caller, operation, answer.ok ? null : answer.failure);
    if (!answer.ok) return fail(await judged(answer.failure));
    const mentorId = 'mentorId' in operation ? operation.mentorId : null;
    const username = 'username' in operation ? operation.username : null;
    return parse(answer.value, {
      // The second generation has no user in its path, so it can't name that one.
      users: isSecond(operation) && username ? [username] : [caller.user, caller.pathUser],
      username,
      org: caller.org,
      mentorId,
      hourly: 'aggregation' in operation && operation.aggregation === 'hourly',
    });
  };
}

/**
 * Returns `forbidden` instead of `key-rejected` when the first generation of the API accepts the
 * same key: the key is valid but has no access to the second generation, and this must not stop all
 * other requests.
 */
async function asMeant(
  failure: Failure,
  operation: Operation,
  caller: Caller,
  detector: CapabilityDetector,
): Promise<Failure> {
  if (failure.kind !== 'key-rejected' || !isSecond(operation)) return failure;
  return (await detector.accepts(caller)) ? { kind: 'forbidden' } : failure;
}

const withJudgement = (
  breaker: CircuitBreaker,
  judged: (failure: Failure) => Promise<Failure>,
): CircuitBreaker => ({
  enter: breaker.enter,
  leave: async (outcome) => {
    const isMeant = outcome === null || outcome === 'lost' || (await judged(outcome)) === outcome;
    // A 401 that says nothing against the key says nothing for it either.
    await breaker.leave(isMeant ? outcome : { kind: 'bad-request', status: 401 });
  },
});
