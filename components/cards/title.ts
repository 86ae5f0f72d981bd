import type { TextKey } from '@/utils/failure';
import type { CardData, CardName } from '@/utils/figures/card-data';

const titles = {
  cohorts: 'chart_title_cohorts',
  cost: 'chart_title_cost',
  feedback: 'chart_title_feedback',
} as const;

/** The title of a card: what it shows, which is not what it is for where a deployment has less. */
export function titleOf(name: CardName, data: CardData[CardName] | undefined): TextKey {
  if (data && 'kind' in data && data.kind === 'users') return 'chart_active_users';
  if (data && 'kind' in data && data.kind === 'ratings') return 'chart_average_rating';
  return titles[name];
}
