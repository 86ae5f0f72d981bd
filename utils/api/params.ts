import type { SpentOn } from '@/utils/figures/cost-shares';
import {
  type FirstOperation,
  isCore,
  isSecond,
  type Operation,
  type SecondOperation,
} from './operation';

type Params = Record<string, string | null>;

/** Formats epoch ms as the API's date-time, in UTC and without fractions: `2026-03-01T00:00:00Z`. */
const dateTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** The largest number of rows on a page; the first generation documents no limit. */
const PAGE_SIZE = '100';

/** Returns the parameters of an operation; those without a value are left out. */
export function paramsOf(operation: Operation, org: string): Params {
  if (isCore(operation)) return {};
  return isSecond(operation) ? secondQuery(operation, org) : firstQuery(operation);
}

function firstQuery(operation: FirstOperation): Params {
  switch (operation.name) {
    case 'cohorts':
    case 'feedback':
    case 'conversation-summary':
    case 'session-averages':
    case 'discussed-topics':
      return {
        ...daysIn(operation),
        aggregation: operation.aggregation,
        mentor_id: operation.mentorId,
      };
    case 'topic-summary':
      return { ...daysIn(operation), mentor_id: operation.mentorId };
    case 'topic-statistics':
      return {
        ...daysIn(operation),
        mentor_id: operation.mentorId,
        page: String(operation.page),
        page_size: PAGE_SIZE,
      };
    case 'rating-summary':
      return { ...daysIn(operation), group_by: 'day' };
    case 'cost':
    case 'mentor-cost':
    case 'model-costs':
    case 'mentor-costs':
    case 'person-costs':
      return {
        start_date: dateTime(operation.startMs),
        end_date: dateTime(operation.endMs),
        username: operation.name === 'cost' ? operation.username : null,
        limit: operation.name === 'person-costs' ? PAGE_SIZE : null,
      };
    case 'mentor-settings':
      return {};
  }
}

const daysIn = ({ startDate, endDate }: { startDate: string; endDate: string }): Params => ({
  start_date: startDate,
  end_date: endDate,
});

function secondQuery(operation: SecondOperation, org: string): Params {
  return {
    ...ownQuery(operation),
    platform_key: org,
    mentor_unique_id: operation.mentorId,
    // Without `custom` the API ignores the dates and answers for today only.
    ...('startDate' in operation ? daysFilter(operation) : {}),
  };
}

const daysFilter = (operation: {
  startDate: string;
  endDate: string;
  allTime?: boolean;
}): Params =>
  operation.allTime ? { date_filter: 'all_time' } : { date_filter: 'custom', ...daysIn(operation) };

const GRANULARITY = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month' } as const;
const GROUPS: Record<SpentOn, string> = {
  model: 'llm_model',
  mentor: 'mentor',
  provider: 'provider',
  action: 'action',
  person: 'username',
};

function ownQuery(operation: SecondOperation): Params {
  switch (operation.name) {
    case 'financial':
      return {
        metric: 'total_costs',
        granularity: 'day',
        show_overtime: 'true',
        // A day without cost is then given as zero, and not with the value of the day before.
        fill_method: 'zero',
        username: operation.username,
      };
    case 'financial-details':
      return {
        group_by: GROUPS[operation.groupBy],
        metrics: 'total_cost',
        limit: PAGE_SIZE,
        username: operation.username,
      };
    case 'active-users':
    case 'registered-users':
      return {
        metric: operation.name.replace('-', '_'),
        granularity: GRANULARITY[operation.aggregation],
      };
    case 'currently-active':
      return { metric: 'currently_active' };
    case 'conversations':
    case 'sessions':
      return { metric: operation.name, granularity: GRANULARITY[operation.aggregation] };
    case 'session-headline':
      return { metric: 'headline' };
    case 'topic-details':
      return { page: String(operation.page), limit: PAGE_SIZE };
    case 'access-times':
      return {};
    case 'ratings':
      return { metric: 'ratings', granularity: 'day' };
  }
}
