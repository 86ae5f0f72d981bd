import type { SpentOn } from '@/utils/figures/card-data';
import type { Aggregation, UtcDay } from '@/utils/figures/range';

interface Days {
  startDate: UtcDay;
  endDate: UtcDay;
}

interface Instants {
  startMs: number;
  endMs: number;
}

/** One operation of the API with its parameters, as in the vendor's `sdk_schema.yml`. */
export type Operation = FirstOperation | SecondOperation;

/** `/api/ai-analytics/orgs/{org}/users/{user_id}/…` and `/api/ai-mentor/…`. */
export type FirstOperation =
  | ({ name: 'cohorts' | 'feedback'; aggregation: Aggregation; mentorId: string | null } & Days)
  | ({ name: 'cost'; username: string } & Instants)
  | ({ name: 'mentor-cost'; mentorId: string } & Instants)
  | ({ name: 'model-costs' | 'mentor-costs' } & Instants)
  | { name: 'mentor-settings'; mentor: string };

/** `/api/analytics/…`: UTC days, both included; the organization is a parameter. */
export type SecondOperation = { mentorId: string | null } & Days &
  (
    | { name: 'financial'; username: string; comparisonDays: number }
    | { name: 'financial-details'; username: string; groupBy: SpentOn }
    | { name: 'active-users' | 'registered-users'; aggregation: Aggregation }
    | { name: 'ratings' }
  );

/** Epoch ms as the date-time that the API takes, in UTC: `2026-03-01T00:00:00Z`. */
const dateTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

const SECOND_PATHS: Record<SecondOperation['name'], string[]> = {
  financial: ['financial'],
  'financial-details': ['financial', 'details'],
  'active-users': ['users'],
  'registered-users': ['users'],
  ratings: ['ratings'],
};

/** Whether an operation is of the second generation. */
export const isSecond = (operation: Operation): operation is SecondOperation =>
  operation.name in SECOND_PATHS;

/** Where an operation is: the segments of its path after `/api/`, not yet encoded. */
export function segmentsOf(operation: Operation, org: string, pathUser: string): string[] {
  if (isSecond(operation)) return ['analytics', ...SECOND_PATHS[operation.name]];
  const family = operation.name === 'mentor-settings' ? 'ai-mentor' : 'ai-analytics';
  return [family, 'orgs', org, 'users', pathUser, ...partsOf(operation)];
}

function partsOf(operation: FirstOperation): string[] {
  switch (operation.name) {
    case 'cohorts':
      return ['user-cohorts-over-time'];
    case 'feedback':
      return ['user-feedback'];
    case 'cost':
      return ['user-cost'];
    case 'model-costs':
      return ['costs', 'model'];
    case 'mentor-costs':
      return ['costs', 'permentor'];
    case 'mentor-cost':
      return ['mentors', operation.mentorId, 'cost'];
    case 'mentor-settings':
      return ['mentors', operation.mentor, 'public-settings'];
  }
}

/** An operation's parameters; those without a value are left out. */
export function paramsOf(operation: Operation, org: string): Record<string, string | null> {
  if (isSecond(operation)) return secondQuery(operation, org);
  switch (operation.name) {
    case 'cohorts':
    case 'feedback':
      return {
        start_date: operation.startDate,
        end_date: operation.endDate,
        aggregation: operation.aggregation,
        mentor_id: operation.mentorId,
      };
    case 'cost':
    case 'mentor-cost':
    case 'model-costs':
    case 'mentor-costs':
      return {
        start_date: dateTime(operation.startMs),
        end_date: dateTime(operation.endMs),
        username: operation.name === 'cost' ? operation.username : null,
      };
    case 'mentor-settings':
      return {};
  }
}

function secondQuery(operation: SecondOperation, org: string): Record<string, string | null> {
  return {
    ...ownQuery(operation),
    platform_key: org,
    mentor_unique_id: operation.mentorId,
    // Without `custom` the dates are passed over, and today alone is answered.
    date_filter: 'custom',
    start_date: operation.startDate,
    end_date: operation.endDate,
  };
}

const GRANULARITY = { hourly: 'hour', daily: 'day', weekly: 'week' } as const;
const GROUPS = { model: 'llm_model', mentor: 'mentor' } as const;

function ownQuery(operation: SecondOperation): Record<string, string> {
  switch (operation.name) {
    case 'financial':
      return {
        metric: 'total_costs',
        granularity: 'day',
        show_overtime: 'true',
        comparison_days: String(operation.comparisonDays),
        username: operation.username,
      };
    case 'financial-details':
      return {
        group_by: GROUPS[operation.groupBy],
        metrics: 'total_cost',
        limit: '100',
        username: operation.username,
      };
    case 'active-users':
    case 'registered-users':
      return {
        metric: operation.name.replace('-', '_'),
        granularity: GRANULARITY[operation.aggregation],
      };
    case 'ratings':
      return { metric: 'ratings', granularity: 'day' };
  }
}
