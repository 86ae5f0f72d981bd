import { type Failure, fail, type Result } from '@/utils/failure';
import { createFlight } from './flight';
import { type Answer, type Door, getJson, type Http } from './http';
import { createLimit } from './limit';
import type { Asked } from './named';
import { isSecond, type Operation } from './operation';
import type { Scout } from './scout';
import { buildUrl, type Place } from './url';

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
}

/** Asks for one operation and parses its answer, which has to be about what was asked. */
export type Ask = <T>(
  caller: Caller,
  operation: Operation,
  parse: (answer: Answer, asked: Asked) => Result<T>,
) => Promise<Result<T>>;

const CALLS_AT_ONCE = 4;

/**
 * Asks over HTTP: four calls at once for each host, identical ones share one flight, `doorOf` says
 * for each host and key whether it may be asked at all. What a deployment is known to lack is
 * `not-served` without a request.
 */
export function createAsk(
  http: Http,
  doorOf: (host: string, keyFingerprint: string) => Door,
  scout: Scout,
): Ask {
  const limit = createLimit(CALLS_AT_ONCE);
  const flight = createFlight<Result<Answer>>();

  return async (caller, operation, parse) => {
    const url = buildUrl(caller, operation);
    if (!url.ok) return url;
    if (!(await scout.enter(caller, operation))) return fail({ kind: 'not-served' });
    const { host } = url.value;
    const judged = (failure: Failure) => asMeant(failure, operation, caller, scout);
    const door = withJudgement(doorOf(host, caller.keyFingerprint), judged);
    const name = `${caller.keyFingerprint} ${caller.scheme} ${url.value.href}`;
    const authorization = `${caller.scheme} ${caller.apiKey}`;
    const answer = await flight(name, () =>
      limit(host, () => getJson(url.value, authorization, caller.deadlineMs, door, http)),
    );
    await scout.leave(caller, operation, answer.ok ? null : answer.failure);
    if (!answer.ok) return fail(await judged(answer.failure));
    const mentorId = 'mentorId' in operation ? operation.mentorId : null;
    return parse(answer.value, {
      users: [caller.user, caller.pathUser],
      org: caller.org,
      mentorId,
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
  scout: Scout,
): Promise<Failure> {
  if (failure.kind !== 'key-rejected' || !isSecond(operation)) return failure;
  const first = await Promise.all([scout.known(caller, 'cost'), scout.known(caller, 'cohorts')]);
  return first.includes('served') ? { kind: 'forbidden' } : failure;
}

const withJudgement = (door: Door, judged: (failure: Failure) => Promise<Failure>): Door => ({
  enter: door.enter,
  leave: async (outcome) =>
    door.leave(outcome === null || outcome === 'lost' ? outcome : await judged(outcome)),
});
