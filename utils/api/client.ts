import { fail, ok, type Result } from '@/utils/failure';
import type { SpentOn } from '@/utils/figures/cost-shares';
import type { Aggregation, UtcDay } from '@/utils/figures/range';
import type { CohortPoint, CountPoint } from '@/utils/figures/series';
import type { Ask, Caller } from './ask';
import type { Answer } from './http/get-json';
import { createTalkClient, type TalkClient } from './talk-client';
import {
  parseDetails,
  parseMentorCosts,
  parseModelCosts,
  parsePersonCosts,
  type Shares,
} from './wire/breakdown';
import { parseKeyOwner, parseOrganization } from './wire/core';
import { parseCohorts, parseCost, parseFeedback, parseMentor, type Rows } from './wire/gen1';
import {
  type Finances,
  parseFinances,
  parseRatings,
  parseUsers,
  type RatingPoint,
  type UserCount,
} from './wire/gen2';
import type { Asked } from './wire/named';

/** UTC days, and all mentors (null) or one. */
export interface DaysQuery {
  startDate: UtcDay;
  endDate: UtcDay;
  mentorId: string | null;
}

/** As `DaysQuery`, and in which buckets to count. */
export interface SeriesQuery extends DaysQuery {
  aggregation: Aggregation;
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
export interface Client extends TalkClient {
  cohorts(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CohortPoint>>>;
  feedback(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CountPoint>>>;
  cost(caller: Caller, span: Span): Promise<Result<Cost>>;
  mentorCost(caller: Caller, span: Span, mentorId: string): Promise<Result<Cost>>;
  /** What the organization's cost went to. */
  costsBy(caller: Caller, span: Span, by: 'model' | 'mentor' | 'person'): Promise<Result<Shares>>;
  mentor(
    caller: Caller,
    idOrSlug: string,
  ): Promise<Result<{ mentorId: string; name: string | null }>>;
  /** The user's cost, compared with so many days before. */
  finances(
    caller: Caller,
    query: DaysQuery & { comparisonDays: number },
  ): Promise<Result<Finances>>;
  /** What the user's cost went to; by person, the organization's. */
  financesBy(caller: Caller, query: DaysQuery, by: SpentOn): Promise<Result<Shares>>;
  /** How many users were active within the last hour. */
  currentlyActive(caller: Caller, mentorId: string | null): Promise<Result<UserCount>>;
  users(
    caller: Caller,
    metric: 'active-users' | 'registered-users',
    query: SeriesQuery,
  ): Promise<Result<UserCount>>;
  /** Average ratings, day by day. */
  ratings(caller: Caller, query: DaysQuery): Promise<Result<RatingPoint[]>>;
  /** Whose key it is; `user` is null for an organization's own. */
  keyOwner(caller: Caller): Promise<Result<{ user: string | null }>>;
  /** Whether there is such an organization, and its name. */
  organization(caller: Caller): Promise<Result<{ name: string | null }>>;
}

/** The operations, each asked by `ask`. */
export function createClient(ask: Ask): Client {
  const toCost = ({ json, servedAtMs }: Answer, asked: Asked): Result<Cost> => {
    const total = parseCost(json, asked);
    return total.ok ? ok({ total: total.value, servedAtMs }) : fail(total.failure);
  };
  const parsed =
    <T>(parse: (json: unknown, asked: Asked) => Result<T>) =>
    ({ json }: Answer, asked: Asked) =>
      parse(json, asked);
  const costsBy = {
    model: { name: 'model-costs', parse: parsed(parseModelCosts) },
    mentor: { name: 'mentor-costs', parse: parsed(parseMentorCosts) },
    person: { name: 'person-costs', parse: parsed(parsePersonCosts) },
  } as const;

  return {
    ...createTalkClient(ask),
    cohorts: (caller, query) => ask(caller, { name: 'cohorts', ...query }, parsed(parseCohorts)),
    feedback: (caller, query) => ask(caller, { name: 'feedback', ...query }, parsed(parseFeedback)),
    cost: (caller, span) => ask(caller, { name: 'cost', ...span, username: caller.user }, toCost),
    mentorCost: (caller, span, mentorId) =>
      ask(caller, { name: 'mentor-cost', ...span, mentorId }, toCost),
    costsBy: (caller, span, by) =>
      ask(caller, { name: costsBy[by].name, ...span }, costsBy[by].parse),
    mentor: (caller, mentor) =>
      ask(caller, { name: 'mentor-settings', mentor }, ({ json }, asked) =>
        parseMentor(json, asked, mentor),
      ),
    finances: (caller, query) =>
      ask(caller, { name: 'financial', ...query, username: caller.user }, parsed(parseFinances)),
    financesBy: (caller, query, groupBy) =>
      ask(
        caller,
        {
          name: 'financial-details',
          ...query,
          groupBy,
          username: groupBy === 'person' ? null : caller.user,
        },
        ({ json }, asked) => parseDetails(json, groupBy, asked),
      ),
    users: (caller, name, query) => ask(caller, { name, ...query }, parsed(parseUsers)),
    currentlyActive: (caller, mentorId) =>
      ask(caller, { name: 'currently-active', mentorId }, parsed(parseUsers)),
    ratings: (caller, query) => ask(caller, { name: 'ratings', ...query }, parsed(parseRatings)),
    keyOwner: (caller) => ask(caller, { name: 'token' }, parsed(parseKeyOwner)),
    organization: (caller) => ask(caller, { name: 'organization' }, parsed(parseOrganization)),
  };
}
