import type { SpentOn } from '@/utils/figures/cost-shares';
import type { Aggregation, UtcDay } from '@/utils/figures/time/range';

interface Days {
  startDate: UtcDay;
  endDate: UtcDay;
  allTime?: boolean;
}

interface Instants {
  startMs: number;
  endMs: number;
}

/** One operation of the API with its parameters, as in the vendor's `sdk_schema.yml`. */
export type Operation = FirstOperation | SecondOperation | CoreOperation;

/** `/api/core/…`: the owner of the key, and the organization. */
type CoreOperation = { name: 'token' | 'organization' };

/** `/api/ai-analytics/orgs/{org}/users/{user_id}/…` and `/api/ai-mentor/…`. */
export type FirstOperation =
  | ({
      name: 'cohorts' | 'feedback';
      aggregation: Exclude<Aggregation, 'monthly'>;
      mentorId: string | null;
    } & Days)
  | ({ name: 'cost'; username: string } & Instants)
  | ({ name: 'mentor-cost'; mentorId: string } & Instants)
  | ({ name: 'model-costs' | 'mentor-costs' | 'person-costs' } & Instants)
  | ({
      name: 'conversation-summary' | 'session-averages' | 'discussed-topics';
      aggregation: Exclude<Aggregation, 'monthly'>;
      mentorId: string | null;
    } & Days)
  | ({ name: 'topic-summary'; mentorId: string | null } & Days)
  | ({ name: 'topic-statistics'; page: number; mentorId: string | null } & Days)
  | ({ name: 'rating-summary' } & Days)
  | { name: 'mentor-settings'; mentor: string };

/** `/api/analytics/…`: UTC days, both included; the organization is a parameter. */
export type SecondOperation = { mentorId: string | null } & (
  | { name: 'currently-active' }
  | (Days &
      (
        | { name: 'financial'; username: string }
        | { name: 'financial-details'; username: string | null; groupBy: SpentOn }
        | {
            name: 'active-users' | 'registered-users' | 'conversations' | 'sessions';
            aggregation: Aggregation;
          }
        | { name: 'topic-details'; page: number }
        | { name: 'session-headline' | 'access-times' | 'ratings' }
      ))
);

const SECOND_PATHS: Record<SecondOperation['name'], string[]> = {
  financial: ['financial'],
  'financial-details': ['financial', 'details'],
  'active-users': ['users'],
  'registered-users': ['users'],
  'currently-active': ['users'],
  conversations: ['conversations'],
  sessions: ['sessions'],
  'session-headline': ['sessions'],
  'topic-details': ['topics', 'details'],
  'access-times': ['time'],
  ratings: ['ratings'],
};

/** Whether an operation is of the second generation. */
export const isSecond = (operation: Operation): operation is SecondOperation =>
  operation.name in SECOND_PATHS;

/** Whether an operation is asked for all time, for which the first generation has no parameter. */
export const lacksAllTime = (operation: Operation): boolean =>
  !isSecond(operation) && 'allTime' in operation && operation.allTime === true;

/** Whether an operation is one of `/api/core/`. */
export const isCore = (operation: Operation): operation is CoreOperation =>
  operation.name === 'token' || operation.name === 'organization';

/** Returns the path of an operation after `/api/`, as segments that are not encoded yet. */
export function segmentsOf(operation: Operation, org: string, pathUser: string): string[] {
  if (isSecond(operation)) return ['analytics', ...SECOND_PATHS[operation.name]];
  if (isCore(operation)) {
    return operation.name === 'token'
      ? ['core', 'token', 'verify']
      : ['core', 'orgs', org, 'metadata'];
  }
  const family = operation.name === 'mentor-settings' ? 'ai-mentor' : 'ai-analytics';
  return [family, 'orgs', org, 'users', pathUser, ...partsOf(operation)];
}

/** The paths of the first generation that have no parameter. */
const FIRST_PATHS = {
  cohorts: ['user-cohorts-over-time'],
  feedback: ['user-feedback'],
  cost: ['user-cost'],
  'model-costs': ['costs', 'model'],
  'mentor-costs': ['costs', 'permentor'],
  'person-costs': ['costs', 'peruser'],
  'conversation-summary': ['conversation-summary'],
  'session-averages': ['average-messages-per-session'],
  'discussed-topics': ['most-discussed-topics'],
  'topic-summary': ['topics', 'summary'],
  'topic-statistics': ['topic-statistics'],
  'rating-summary': ['rating-summary'],
} as const;

function partsOf(operation: FirstOperation): readonly string[] {
  switch (operation.name) {
    case 'mentor-cost':
      return ['mentors', operation.mentorId, 'cost'];
    case 'mentor-settings':
      return ['mentors', operation.mentor, 'public-settings'];
    default:
      return FIRST_PATHS[operation.name];
  }
}
