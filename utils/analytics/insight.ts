import type { Say, TextKey } from '@/utils/failure';
import type { CardData } from './card-data';
import { longDay, percent } from './format';
import { type KpiName, kpiNames, kpis } from './kpi';
import type { Period } from './period';
import { DAY_MS, HOUR_MS } from './range';

const NAMES: Record<KpiName, TextKey> = {
  'new-users': 'insight_new_users',
  'veteran-users': 'insight_veteran_users',
  cost: 'insight_cost',
  feedback: 'insight_feedback',
};

/** Below these a percentage says more than the figures do: five people or entries, one dollar. */
const LEAST_PRECEDING: Record<KpiName, number> = {
  'new-users': 5,
  'veteran-users': 5,
  cost: 1,
  feedback: 5,
};

const LEAST_CHANGE = 0.1;

/** From this share on, one day explains the range; below three buckets it always would. */
const TELLING_SHARE = 0.4;
const LEAST_BUCKETS = 3;

/**
 * What changed most against the range before, in one sentence with its numbers; null where nothing
 * changed by a tenth, or where there is too little to speak of a change.
 */
export function headline(
  cards: Partial<CardData>,
  period: Period,
  say: Say,
  locale: string,
): string | null {
  const figures = kpis(cards);
  const [most] = kpiNames
    .map((name) => ({ name, ...figures[name] }))
    .filter(({ name, preceding }) => preceding !== null && preceding >= LEAST_PRECEDING[name])
    .filter(({ change }) => change !== null && Math.abs(change) >= LEAST_CHANGE)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (!most || most.change === null) return null;
  const text = most.change > 0 ? 'insight_up' : 'insight_down';
  const changed = say(
    text,
    say(NAMES[most.name]),
    percent(Math.abs(most.change), locale),
    length(period, say),
  );
  const day = most.change > 0 ? tellingDay(most.name, cards) : null;
  if (!day) return say('insight_plain', changed);
  return say('insight_share', changed, percent(day.share, locale), longDay(day.startMs, locale));
}

function length({ startMs, endMs }: Period, say: Say): string {
  const days = Math.round((endMs - startMs) / DAY_MS);
  const inHours = startMs % DAY_MS !== 0;
  const count = inHours ? Math.round((endMs - startMs) / HOUR_MS) : days;
  if (inHours) return say(count === 1 ? 'insight_hours_one' : 'insight_hours_other', count);
  return say(count === 1 ? 'insight_days_one' : 'insight_days_other', count);
}

/** The one day that carries much of a figure that adds up; null where no day does, or none is known. */
function tellingDay(
  name: KpiName,
  cards: Partial<CardData>,
): { startMs: number; share: number } | null {
  const days = dailyValues(name, cards);
  if (!days || days.length < LEAST_BUCKETS) return null;
  const total = days.reduce((sum, { value }) => sum + value, 0);
  const highest = days.reduce((a, b) => (b.value > a.value ? b : a));
  const share = total > 0 ? highest.value / total : 0;
  return share >= TELLING_SHARE ? { startMs: highest.startMs, share } : null;
}

function dailyValues(name: KpiName, cards: Partial<CardData>) {
  const known = (startMs: number, value: number | null) =>
    value === null ? [] : { startMs, value };
  if (name === 'cost') {
    const spans = cards.cost?.spans ?? [];
    const daily = spans.every(({ startMs, endMs }) => endMs - startMs === DAY_MS);
    return daily ? spans.flatMap((span) => known(span.startMs, span.cost)) : null;
  }
  if (name === 'feedback' && cards.feedback?.period.aggregation === 'daily') {
    return cards.feedback.points.flatMap((point) => known(point.startMs, point.count));
  }
  if (name === 'new-users' && cards.cohorts?.period.aggregation === 'daily') {
    return cards.cohorts.points.flatMap((point) => known(point.startMs, point.newUsers));
  }
  return null;
}
