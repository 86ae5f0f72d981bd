import type { CardData, CohortData, CostData, FeedbackData } from './card-data';

export const kpiNames = ['new-users', 'veteran-users', 'cost', 'feedback'] as const;
export type KpiName = (typeof kpiNames)[number];

/** One headline figure; null wherever something is unknown, never zero. */
export interface Kpi {
  value: number | null;
  preceding: number | null;
  /** The change as a ratio, 0.12 for +12 %; null where there is nothing to compare with. */
  change: number | null;
  peak?: { value: number; startMs: number };
  /** The course over the period, for a small picture. */
  trend: (number | null)[];
}

const UNKNOWN: Kpi = { value: null, preceding: null, change: null, trend: [] };

/** The four headline figures of what is known so far. */
export function kpis(cards: Partial<CardData>): Record<KpiName, Kpi> {
  return {
    'new-users': cards.cohorts?.kind === 'cohorts' ? newUsers(cards.cohorts) : UNKNOWN,
    'veteran-users': cards.cohorts?.kind === 'cohorts' ? veteranUsers(cards.cohorts) : UNKNOWN,
    // Two calendar days are not 24 hours: the card shows them by their dates alone.
    cost: cards.cost && !cards.cost.wholeDays ? costKpi(cards.cost) : UNKNOWN,
    feedback: cards.feedback?.kind === 'entries' ? feedback(cards.feedback) : UNKNOWN,
  };
}

/** Figures are asked for by headline, sentence and summaries alike, and a series may be long. */
function once<Data extends object>(figure: (data: Data) => Kpi): (data: Data) => Kpi {
  const known = new WeakMap<Data, Kpi>();
  return (data) => {
    const kpi = known.get(data) ?? figure(data);
    known.set(data, kpi);
    return kpi;
  };
}

/** People who registered in the period: they add up. */
const newUsers = once(({ points, preceding }: CohortData) => {
  const trend = points.map((point) => point.newUsers);
  return kpi(sumKnown(trend), preceding?.newUsers ?? null, trend);
});

/** The average per bucket and the peak: the same person returns, so veterans never add up. */
const veteranUsers = once(({ points, preceding }: CohortData) => {
  const trend = points.map((point) => point.veteranUsers);
  const figure = kpi(average(trend), preceding?.veteranAverage ?? null, trend);
  const peak = points.reduce<Kpi['peak']>(
    (highest, { veteranUsers, startMs }) =>
      veteranUsers !== null && veteranUsers > (highest?.value ?? 0)
        ? { value: veteranUsers, startMs }
        : highest,
    undefined,
  );
  return peak ? { ...figure, peak } : figure;
});

/** The total that the API gave, not the sum of the bars. */
export const costKpi = once(({ total, precedingTotal, spans }: CostData) =>
  kpi(
    total,
    precedingTotal,
    spans.map((span) => span.cost),
  ),
);

const feedback = once(({ points, preceding }: FeedbackData) => {
  const trend = points.map((point) => point.count);
  return kpi(sumKnown(trend), preceding?.count ?? null, trend);
});

function kpi(value: number | null, preceding: number | null, trend: (number | null)[]): Kpi {
  return { value, preceding, change: changeOf(value, preceding), trend };
}

/** The change as a ratio of the preceding value; null where either is unknown or that is not above zero. */
export function changeOf(value: number | null, preceding: number | null): number | null {
  if (value === null || preceding === null || preceding <= 0) return null;
  return (value - preceding) / preceding;
}

/** The sum of what is known; zero for an empty series, null where nothing in it is known. */
export function sumKnown(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 && values.length > 0) return null;
  return known.reduce((sum, value) => sum + value, 0);
}

/** The average of what is known; zero for an empty series, null where nothing in it is known. */
export function average(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).length;
  const sum = sumKnown(values);
  return sum === null || known === 0 ? sum : sum / known;
}

const MICRO = 1_000_000;

/** The sum of amounts in dollars, exact to a millionth: floats drift over a year of days. */
export function sumMoney(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * MICRO), 0) / MICRO;
}

const HALF_CENT = 0.005;

/** By how many dollars the bars miss the total; null where they meet it, or one is not known. */
export function costMismatch({ total, spans }: CostData): number | null {
  const costs = spans.map((span) => span.cost).filter((value) => value !== null);
  if (costs.length < spans.length) return null;
  const missing = sumMoney([total, ...costs.map((value) => -value)]);
  return Math.abs(missing) <= HALF_CENT ? null : missing;
}
