import { type Kpi, kpi, memoized, sumKnown } from '@/utils/figures/kpi';
import type { ConversationsData } from './data';

/** Conversations that began in the period: they add up. */
export const talks = memoized(({ points, preceding }: ConversationsData): Kpi => {
  const trend = points.map((point) => point.conversations);
  const before = preceding?.points.map((point) => point.conversations);
  return kpi(sumKnown(trend), before?.length ? sumKnown(before) : null, trend);
});

/** Sessions that began in the period. */
export const sessions = memoized(({ points, preceding }: ConversationsData): Kpi => {
  const trend = points.map((point) => point.sessions);
  const before = preceding?.points.map((point) => point.sessions);
  return kpi(sumKnown(trend), before?.length ? sumKnown(before) : null, trend);
});

/** What a session is like; unknown where the API does not tell. */
export const averageOf =
  (name: keyof ConversationsData['averages']) =>
  ({ averages }: ConversationsData): Kpi => {
    const average = averages[name];
    return kpi(average?.value ?? null, average?.preceding ?? null, []);
  };
