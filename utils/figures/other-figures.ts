import type { CardData, CohortData, FeedbackData } from './card-data';
import { average, changeOf, type Kpi } from './kpi';

export const otherNames = ['active-users', 'registered-users', 'average-rating'] as const;

/** Figures that a deployment has in place of the headline figures: another thing, by its own name. */
export type OtherName = (typeof otherNames)[number];

/** The figures that a card shows in place of its own; none where it shows its own. */
export function otherFigures(cards: Partial<CardData>): Partial<Record<OtherName, Kpi>> {
  return { ...ofUsers(cards.cohorts), ...ofRatings(cards.feedback) };
}

/** Different people over the whole range, which no sum of days gives; and all who are registered. */
function ofUsers(data?: CohortData): Partial<Record<OtherName, Kpi>> {
  if (!data?.users) return {};
  const { active, precedingActive, registered, points } = data.users;
  return {
    'active-users': kpi(
      active,
      precedingActive,
      points.map((point) => point.active),
    ),
    'registered-users': kpi(
      registered,
      null,
      points.map((point) => point.registered),
    ),
  };
}

/** The average of what is drawn: nobody says how many rated, so every stretch counts the same. */
function ofRatings(data?: FeedbackData): Partial<Record<OtherName, Kpi>> {
  if (!data?.ratings) return {};
  const { points, precedingAverage } = data.ratings;
  const trend = points.map((point) => point.rating);
  const mean = points.length === 0 ? null : average(trend);
  return { 'average-rating': kpi(mean, precedingAverage, trend) };
}

const kpi = (value: number | null, preceding: number | null, trend: (number | null)[]): Kpi => ({
  value,
  preceding,
  change: changeOf(value, preceding),
  trend,
});
