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

/** Averages per session, without a change, because the API compares the current day with whole days. */
export const averageOf =
  (name: keyof ConversationsData['averages']) =>
  ({ averages }: ConversationsData): Kpi => {
    const average = averages[name];
    return kpi(average?.value ?? null, null, []);
  };

/** The cost per conversation: the sessions' cost over all conversations in them, if both are known. */
export function costPerConversation(data: ConversationsData): Kpi {
  const { cost } = data.averages;
  const [all, begun] = [talks(data).value, sessions(data).value];
  return kpi(cost === null || begun === null || !all ? null : (cost.value * begun) / all, null, []);
}
