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

/** What a session is like; the API compares what still runs with whole days, so that no change is told. */
export const averageOf =
  (name: keyof ConversationsData['averages']) =>
  ({ averages }: ConversationsData): Kpi => {
    const average = averages[name];
    return kpi(average?.value ?? null, null, []);
  };

/** What a conversation cost: the sessions' cost over all conversations in them, where both are known. */
export function costPerConversation(data: ConversationsData): Kpi {
  const { cost } = data.averages;
  const [all, begun] = [talks(data).value, sessions(data).value];
  return kpi(cost === null || begun === null || !all ? null : (cost.value * begun) / all, null, []);
}
