import type { Say, TextKey } from '@/utils/failure';
import type { CardData } from './card-data';
import { dominantStretch, isWhollyKnown } from './dominant-stretch';
import { percent } from './format';
import { type Kpi, type KpiName, kpiNames, kpis } from './kpi';
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

/**
 * What changed most against the range before, in one sentence with its numbers; null where nothing
 * changed by a tenth, where there is too little to speak of a change, or where numbers are missing.
 */
export function headline(
  cards: Partial<CardData>,
  period: Period,
  say: Say,
  locale: string,
): string | null {
  const most = largestChange(cards);
  if (!most) return null;
  const { name, change } = most;
  const changed = say(
    change > 0 ? 'insight_up' : 'insight_down',
    say(NAMES[name]),
    percent(Math.abs(change), locale),
    lengthOf(period, say),
  );
  const telling = change > 0 ? dominantStretch(name, cards, locale) : null;
  if (!telling) return say('insight_plain', changed);
  const text = telling.isDay ? 'insight_share' : 'insight_share_within';
  return say(text, changed, percent(telling.share, locale), telling.title);
}

function largestChange(cards: Partial<CardData>): { name: KpiName; change: number } | null {
  const figures = kpis(cards);
  let most: { name: KpiName; change: number } | null = null;
  for (const name of kpiNames) {
    const change = isWhollyKnown(name, cards) ? changeOf(figures[name], LEAST_PRECEDING[name]) : 0;
    if (Math.abs(change) > Math.abs(most?.change ?? 0)) most = { name, change };
  }
  return most;
}

/** The change where it is worth a sentence, else zero. */
function changeOf({ change, preceding }: Kpi, leastPreceding: number): number {
  if (change === null || preceding === null || preceding < leastPreceding) return 0;
  return Math.abs(change) >= LEAST_CHANGE ? change : 0;
}

/** "the 30 days before", or hours where the range begins within a day. */
function lengthOf({ startMs, endMs }: Period, say: Say): string {
  if (startMs % DAY_MS !== 0) {
    const hours = Math.round((endMs - startMs) / HOUR_MS);
    return say(hours === 1 ? 'insight_hours_one' : 'insight_hours_other', hours);
  }
  const days = Math.round((endMs - startMs) / DAY_MS);
  return say(days === 1 ? 'insight_days_one' : 'insight_days_other', days);
}
