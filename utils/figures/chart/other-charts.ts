import type { CohortData, FeedbackData } from '../card-data';
import { rating } from '../format';
import { numberFormat } from '../intl';
import { assemble } from './assemble';
import { counts } from './charts';
import type { ChartModel, ChartOptions } from './model';

/** Active users: everybody who came, new or not. */
export function usersChart({ period, users }: CohortData, options: ChartOptions): ChartModel {
  const points = users?.points ?? [];
  return assemble(points, period, options, counts(options.locale), [
    {
      role: 'active',
      name: options.say('chart_active_users'),
      values: points.map((point) => point.active),
    },
  ]);
}

const oneDecimal = numberFormat({ maximumFractionDigits: 1 });
/** Average ratings; where nobody rated there is a gap. */
export function ratingsChart({ period, ratings }: FeedbackData, options: ChartOptions): ChartModel {
  const points = ratings?.points ?? [];
  const writing = {
    tick: () => (value: number) => oneDecimal(options.locale).format(value),
    exact: (value: number) => rating(value, options.locale),
    whole: false,
  };
  return assemble(points, period, options, writing, [
    {
      role: 'rating',
      name: options.say('chart_average_rating'),
      values: points.map((point) => point.rating),
    },
  ]);
}
