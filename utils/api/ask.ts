import { type Failure, fail, type Result } from '@/utils/failure';
import type { CapabilityDetector } from './capabilities/detector';
import { type Answer, type CircuitBreaker, getJson, type Http } from './http/get-json';
import { createLimit, type Urgency } from './http/limit';
import { createSingleFlight } from './http/single-flight';
import { isSecond, type Operation } from './operation';
import { buildUrl, type Place } from './url';
import type { Asked } from './wire/named';

/** How a deployment wants the key announced; `Api-Token` unless it refused that. */
export type Scheme = 'Api-Token' | 'Api-Key' | 'Token';

/** Who asks, about whom, and until when (epoch ms). */
export interface Caller extends Place {
  /** The user asked about. */
  user: string;
  apiKey: string;
  /** Names the key without telling it. */
  keyFingerprint: string;
  scheme: Scheme;
  deadlineMs: number;
  /** Which calls go first where not all can go at once; `headline` unless said. */
  urgency?: Urgency;
}

/** Asks for one operation and parses its answer, which has to be about what was asked. */
export type Ask = <T>(
  caller: Caller,
  operation: Operation,
  parse: (answer: Answer, asked: Asked) => Result<T>,
) => Promise<Result<T>>;

/**
 * Enough for all bars of a range (13) in one round trip, after that of the figures. Browsers send six at
 * once over HTTP/1.1 and the rest after them, in order.
 */
const CALLS_AT_ONCE = 14;

/** What a host says that is up, whatever it says; the others are no reason to ask it for more. */
const isAnswer = (answer: Result<Answer>): boolean =>
  answer.ok ||
  !['server', 'unavailable', 'rate-limited', 'timeout', 'offline'].includes(answer.failure.kind);

/**
 * Asks over HTTP: fourteen calls at once for each host, identical ones share one flight, `breakerOf` says
 * for each host and use of a key whether it may be asked at all, `mayAsk` of each request whether it may be
 * made. What a deployment is known to lack is
 * `not-served` without a request.
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
    if (!(await detector.enter(caller, operation))) return fail({ kind: 'not-served' });
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
    return parse(answer.value, {
      users: [caller.user, caller.pathUser],
      org: caller.org,
      mentorId,
      hourly: 'aggregation' in operation && operation.aggregation === 'hourly',
    });
  };
}

/**
 * A key that the first generation takes is a good key: where the second one refuses it, it is not let
 * in there, which must not stop all other requests.
 */
async function asMeant(
  failure: Failure,
  operation: Operation,
  caller: Caller,
  detector: CapabilityDetector,
): Promise<Failure> {
  if (failure.kind !== 'key-rejected' || !isSecond(operation)) return failure;
  const first = await Promise.all([
    detector.known(caller, 'cost'),
    detector.known(caller, 'cohorts'),
  ]);
  return first.includes('served') ? { kind: 'forbidden' } : failure;
}

const withJudgement = (
  breaker: CircuitBreaker,
  judged: (failure: Failure) => Promise<Failure>,
): CircuitBreaker => ({
  enter: breaker.enter,
  leave: async (outcome) =>
    breaker.leave(outcome === null || outcome === 'lost' ? outcome : await judged(outcome)),
});
