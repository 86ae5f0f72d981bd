import type { Say } from '@/utils/failure';
import { bucketMs } from '../buckets';
import type { CardData, CardName } from '../card-data';
import { bucketTitle, dayRange, exactCount, money, percentChange } from '../format';
import { costKpi, type Kpi, kpis } from '../kpi';
import { ratingsSummary, usersSummary } from './other-summary';

/** Whose figures a chart shows, as a person would say it: a name, an organization, a mentor. */
export interface Whose {
  user: string;
  /** The organization, or the mentor that the chart is narrowed to. */
  group: string;
}

/**
 * A chart in a few sentences, for those who don't see it: what, whose, over which UTC days, total,
 * change and peak.
 */
export function summary<Name extends CardName>(
  card: Name,
  data: CardData[Name],
  whose: Whose,
  say: Say,
  locale: string,
): string {
  if ('users' in data && data.users) return usersSummary(data, whose.group, say, locale);
  if ('ratings' in data && data.ratings) return ratingsSummary(data, whose.group, say, locale);
  const figures = kpis({ [card]: data });
  const days = dayRange(data.period, locale);
  const counted = (value: number | null) => written(value, (n) => exactCount(n, locale), say);
  const paid = (value: number | null) => written(value, (n) => money(n, locale), say);
  const at = (index: number) => titleAt(data, index, locale);
  const sentences: Record<CardName, () => string[]> = {
    cohorts: () => {
      const [fresh, veteran] = [figures['new-users'], figures['veteran-users']];
      const top = peakOf(veteran);
      return [
        say(
          'chart_summary_cohorts',
          whose.group,
          days,
          counted(fresh.value),
          counted(veteran.value),
        ),
        changesOf(fresh, veteran, say, locale),
        top ? say('chart_summary_peak_veterans', counted(top.value), at(top.index)) : '',
      ];
    },
    cost: () => {
      // The days are named here, so the cost of whole days may be told as what it is.
      const cost = 'spans' in data ? costKpi(data) : figures.cost;
      const top = peakOf(cost);
      const isOfMentor = 'ofMentor' in data && data.ofMentor === true;
      const total = paid(cost.value);
      return [
        isOfMentor
          ? say('chart_summary_cost_mentor', whose.user, days, total, whose.group)
          : say('chart_summary_cost', whose.user, days, total),
        changeOf(cost, say, locale),
        top ? say('chart_summary_peak', paid(top.value), at(top.index)) : '',
      ];
    },
    feedback: () => {
      const top = peakOf(figures.feedback);
      return [
        say('chart_summary_feedback', whose.group, days, counted(figures.feedback.value)),
        changeOf(figures.feedback, say, locale),
        top ? say('chart_summary_peak', counted(top.value), at(top.index)) : '',
      ];
    },
  };
  return sentences[card]().filter(Boolean).join(' ');
}

const written = (value: number | null, write: (value: number) => string, say: Say): string =>
  value === null ? say('chart_unknown') : write(value);

/** A change as it is heard: "=" would be read as "equals". */
function heard(change: number | null, say: Say, locale: string): string {
  if (change === null) return say('chart_summary_unknown_change');
  const text = percentChange(change, locale);
  return text === '=' ? say('chart_summary_unchanged') : text;
}

const changeOf = ({ change }: Kpi, say: Say, locale: string): string =>
  change === null
    ? say('chart_summary_no_comparison')
    : say('chart_summary_change', heard(change, say, locale));

const changesOf = (fresh: Kpi, veteran: Kpi, say: Say, locale: string): string =>
  fresh.change === null && veteran.change === null
    ? say('chart_summary_no_comparison')
    : say(
        'chart_summary_change_cohorts',
        heard(fresh.change, say, locale),
        heard(veteran.change, say, locale),
      );

/** The highest value above zero, and where it is. */
function peakOf({ trend }: Kpi): { value: number; index: number } | null {
  let peak: { value: number; index: number } | null = null;
  trend.forEach((value, index) => {
    if (value !== null && value > (peak?.value ?? 0)) peak = { value, index };
  });
  return peak;
}

function titleAt(data: CardData[CardName], index: number, locale: string): string {
  const buckets: { startMs: number; endMs?: number }[] = 'spans' in data ? data.spans : data.points;
  const bucket = buckets[index];
  if (!bucket) return '';
  const { startMs, endMs = startMs + bucketMs(data.period.aggregation) } = bucket;
  return bucketTitle({ startMs, endMs }, locale);
}
