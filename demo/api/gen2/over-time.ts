import { DAY_MS } from '../../data/people';
import { sessionOf, type Visit } from '../../data/visit';
import { visitsOf } from '../../data/visits';
import { microsOf, percentage } from '../amount';
import { type Answer, type Asked, found } from '../answer';
import { byPeriod, timeText } from '../periods';
import { readerOf } from '../reader';
import { AGGREGATION, daysAsked } from './date-filter';

/** `conversations/`: how many began in each period, or what one is like on the average. */
export function conversations(asked: Asked): Answer {
  const checked = overTimeAsked(asked, ['conversations', 'headline']);
  if (!checked.ok) return checked.answer;
  const { metric, series, visits, before } = checked;
  if (metric !== 'headline') return found({ metric, points: series(visits) });
  const averages = (them: Visit[]) => averagesOf(them, them.length);
  const [now, then] = [averages(visits), averages(before)];
  return found({
    metric,
    points: [],
    avg_messages_per_conversation: compared(now.messages, then.messages),
    avg_rating: compared(now.rating, then.rating),
    avg_cost_per_conversation: compared(now.cost, then.cost),
  });
}

/** `sessions/`: how many began in each period, and what one is like on the average. */
export function sessions(asked: Asked): Answer {
  const checked = overTimeAsked(asked, ['sessions', 'headline']);
  if (!checked.ok) return checked.answer;
  const { metric, series, visits, before } = checked;
  const begun = firstOfEach(visits);
  const now = averagesOf(visits, begun.length);
  const then = averagesOf(before, firstOfEach(before).length);
  const { sessionAverages } = asked.behaviour;
  const tells = sessionAverages === 'series' || sessionAverages === metric;
  return found({
    metric,
    points: metric === 'headline' ? [] : series(begun),
    ...(tells
      ? {
          avg_messages_per_session: compared(now.messages, then.messages),
          avg_rating: compared(now.rating, then.rating),
          avg_cost_per_session: compared(now.cost, then.cost),
        }
      : {}),
  });
}

function overTimeAsked<const T extends string>(asked: Asked, metrics: readonly [T, ...T[]]) {
  const { orgKey, query, nowMs, behaviour } = asked;
  const read = readerOf(query);
  const metric = read.choice('metric', metrics, metrics[0]);
  const granularity = read.choice('granularity', ['hour', 'day', 'week', 'month'], 'hour');
  const mentorId = read.mentor(orgKey);
  const { startMs, endMs } = daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return { ok: false as const, answer: refusal };
  const visits = (fromMs: number, toMs: number) =>
    visitsOf(orgKey, fromMs, toMs, nowMs).filter(
      (visit) => mentorId === null || visit.mentorId === mentorId,
    );
  const span = { startMs, endMs, aggregation: AGGREGATION[granularity] };
  return {
    ok: true as const,
    metric,
    visits: visits(startMs, endMs),
    before: visits(startMs - Math.max(DAY_MS, endMs - startMs), startMs),
    series: (them: { atMs: number }[]) =>
      byPeriod(them, span, behaviour.fillGaps).map(([ms, group]) => ({
        date: timeText(ms, behaviour),
        value: group.length,
      })),
  };
}

/** The visit with which each session began. */
export function firstOfEach(visits: Visit[]): Visit[] {
  const known = new Set<string>();
  return visits.filter((visit) => {
    const session = sessionOf(visit);
    const isNew = !known.has(session);
    known.add(session);
    return isNew;
  });
}

function averagesOf(visits: Visit[], count: number) {
  const ratings = visits.flatMap(({ rating }) => (rating === null ? [] : rating));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    messages: sum(visits.map(({ messages }) => messages)) / Math.max(1, count),
    rating: sum(ratings) / Math.max(1, ratings.length),
    cost: microsOf(visits) / 1e6 / Math.max(1, count),
  };
}

/** A figure with the one of as many days before, as the front ends read it. */
function compared(value: number, previous: number) {
  return { value, prev_value: previous, percentage_change: percentage(value, previous) ?? 0 };
}
