import type { Say } from '@/utils/failure';
import type { CohortData, FeedbackData } from '../card-data';
import { dayRange, exactCount, rating } from '../format';
import { otherFigures } from '../other-figures';

/** Active and registered users in one sentence. */
export function usersSummary(data: CohortData, group: string, say: Say, locale: string): string {
  const figures = otherFigures({ cohorts: data });
  const counted = (value: number | null | undefined) =>
    value === null || value === undefined ? say('chart_unknown') : exactCount(value, locale);
  return say(
    'chart_summary_users',
    group,
    dayRange(data.period, locale),
    counted(figures['active-users']?.value),
    counted(figures['registered-users']?.value),
  );
}

/** The average rating in one sentence. */
export function ratingsSummary(
  data: FeedbackData,
  group: string,
  say: Say,
  locale: string,
): string {
  const average = otherFigures({ feedback: data })['average-rating']?.value ?? null;
  const text = average === null ? say('chart_unknown') : rating(average, locale);
  return say('chart_summary_ratings', group, dayRange(data.period, locale), text);
}
