import { fail, ok, type Result } from '@/utils/failure';
import type { SpentOn } from '@/utils/figures/cost-shares';
import type { CohortPoint, CountPoint } from '@/utils/figures/series';
import type { Ask, Caller } from './ask';
import type { Answer } from './http/attempt';
import type { DaysQuery, PointsQuery, SeriesQuery, Span } from './queries';
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

/** A total in US dollars, and the server's time where it was given (epoch ms). */
export interface Cost {
  total: number;
  servedAtMs: number | null;
}

/** The operations of the API that Lens uses. Every failure is returned as a value. */
export interface Client extends TalkClient {
  cohorts(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CohortPoint>>>;
  feedback(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CountPoint>>>;
  cost(caller: Caller, span: Span): Promise<Result<Cost>>;
  mentorCost(caller: Caller, span: Span, mentorId: string): Promise<Result<Cost>>;
  /** The organization's cost, by model or by mentor. */
  costsBy(caller: Caller, span: Span, by: 'model' | 'mentor' | 'person'): Promise<Result<Shares>>;
  mentor(
    caller: Caller,
    idOrSlug: string,
  ): Promise<Result<{ mentorId: string; name: string | null }>>;
  /** The user's cost, day by day. */
  finances(caller: Caller, query: DaysQuery): Promise<Result<Finances>>;
  /** The user's cost by category; by person it is the organization's cost. */
  financesBy(caller: Caller, query: DaysQuery, by: SpentOn): Promise<Result<Shares>>;
  /** The number of users who were active within the last hour. */
  currentlyActive(caller: Caller, mentorId: string | null): Promise<Result<UserCount>>;
  users(
    caller: Caller,
    metric: 'active-users' | 'registered-users',
    query: PointsQuery,
  ): Promise<Result<UserCount>>;
  /** The average ratings of each day. */
  ratings(caller: Caller, query: DaysQuery): Promise<Result<RatingPoint[]>>;
  /** The owner of the key; `user` is null for a key that belongs to an organization. */
  keyOwner(caller: Caller): Promise<Result<{ user: string | null }>>;
  /** The organization's name; a failure where it does not exist. */
  organization(caller: Caller): Promise<Result<{ name: string | null }>>;
}

/** Creates the client; every operation is sent with `ask`. */
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
