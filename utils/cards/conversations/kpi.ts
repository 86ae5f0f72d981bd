import { type Kpi, kpi, memoized } from '@/utils/figures/kpi';
import { type KpiSeries, sumKpi } from '@/utils/figures/series-kpi';
import type { ConversationsData, TalkPoint } from './data';

const seriesOf = (
  { points, preceding, period, asOfMs }: ConversationsData,
  valueIn: (point: TalkPoint) => number | null,
): KpiSeries => {
  const measured = (all: TalkPoint[]) =>
    all.map((point) => ({ startMs: point.startMs, value: valueIn(point) }));
  const before = preceding?.points.length ? measured(preceding.points) : null;
  return { points: measured(points), before, period, asOfMs };
};

/** Conversations that began in the period: they add up. */
export const talks = memoized(
  (data: ConversationsData): Kpi => sumKpi(seriesOf(data, (point) => point.conversations)),
);

/** Sessions that began in the period. */
export const sessions = memoized(
  (data: ConversationsData): Kpi => sumKpi(seriesOf(data, (point) => point.sessions)),
);

/**
 * Averages per session; their change is of the days that have ended, as the API itself compares the running
 * day with whole days.
 */
export const averageOf =
  (name: keyof ConversationsData['averages']) =>
  ({ averages, averaged }: ConversationsData): Kpi => {
    const average = averages[name];
    const compared =
      averaged && average?.compared ? { ...averaged, ...average.compared, byDay: false } : null;
    return kpi(average?.value ?? null, compared, []);
  };

/** The cost per conversation: the sessions' cost over all conversations in them, if both are known. */
export function costPerConversation(data: ConversationsData): Kpi {
  const { cost } = data.averages;
  const [all, begun] = [talks(data).value, sessions(data).value];
  return kpi(cost === null || begun === null || !all ? null : (cost.value * begun) / all, null, []);
}
