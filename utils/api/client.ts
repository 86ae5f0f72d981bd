import type { Aggregation, UtcDay } from '@/utils/analytics/range';
import type { CohortPoint, CountPoint } from '@/utils/analytics/series';
import { fail, ok, type Result } from '@/utils/failure';
import { createFlight } from './flight';
import { type Answer, type Door, getJson, type Http } from './http';
import { createLimit } from './limit';
import type { Asked } from './named';
import { parseCohorts, parseCost, parseFeedback, parseMentor, type Rows } from './schema';
import { buildUrl, type Operation, type Place } from './url';

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

/** The days asked for, by whole UTC days, of all mentors (null) or one. */
export interface SeriesQuery {
  startDate: UtcDay;
  endDate: UtcDay;
  aggregation: Aggregation;
  mentorId: string | null;
}

/** A half-open span of time, epoch ms. */
export interface Span {
  startMs: number;
  endMs: number;
}

/** A total in US dollars, and the server's clock when it said so (epoch ms). */
export interface Cost {
  total: number;
  servedAtMs: number | null;
}

/** The operations of the API that Lens uses. Every failure is a value. */
export interface Client {
  cohorts(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CohortPoint>>>;
  feedback(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CountPoint>>>;
  cost(caller: Caller, span: Span): Promise<Result<Cost>>;
  mentorCost(caller: Caller, span: Span, mentorId: string): Promise<Result<Cost>>;
  mentor(
    caller: Caller,
    idOrSlug: string,
  ): Promise<Result<{ mentorId: string; name: string | null }>>;
}

const CALLS_AT_ONCE = 4;

/**
 * A client over HTTP: four calls at once for each host, identical ones share one flight, and
 * `doorOf` says for each host and key whether it may be asked at all.
 */
export function createClient(
  http: Http,
  doorOf: (host: string, keyFingerprint: string) => Door,
): Client {
  const limit = createLimit(CALLS_AT_ONCE);
  const flight = createFlight<Result<Answer>>();

  async function ask<T>(
    caller: Caller,
    operation: Operation,
    parse: (answer: Answer, asked: Asked) => Result<T>,
  ): Promise<Result<T>> {
    const url = buildUrl(caller, operation);
    if (!url.ok) return url;
    const { host } = url.value;
    const door = doorOf(host, caller.keyFingerprint);
    const name = `${caller.keyFingerprint} ${caller.scheme} ${url.value.href}`;
    const authorization = `${caller.scheme} ${caller.apiKey}`;
    const answer = await flight(name, () =>
      limit(host, () => getJson(url.value, authorization, caller.deadlineMs, door, http)),
    );
    if (!answer.ok) return answer;
    const mentorId = 'mentorId' in operation ? operation.mentorId : null;
    return parse(answer.value, {
      users: [caller.user, caller.pathUser],
      org: caller.org,
      mentorId,
    });
  }

  const toCost = ({ json, servedAtMs }: Answer, asked: Asked): Result<Cost> => {
    const total = parseCost(json, asked);
    return total.ok ? ok({ total: total.value, servedAtMs }) : fail(total.failure);
  };

  return {
    cohorts: (caller, query) =>
      ask(caller, { name: 'cohorts', ...query }, ({ json }, asked) => parseCohorts(json, asked)),
    feedback: (caller, query) =>
      ask(caller, { name: 'feedback', ...query }, ({ json }, asked) => parseFeedback(json, asked)),
    cost: (caller, span) => ask(caller, { name: 'cost', ...span, username: caller.user }, toCost),
    mentorCost: (caller, span, mentorId) =>
      ask(caller, { name: 'mentor-cost', ...span, mentorId }, toCost),
    mentor: (caller, mentor) =>
      ask(caller, { name: 'mentor-settings', mentor }, ({ json }) => parseMentor(json)),
  };
}
