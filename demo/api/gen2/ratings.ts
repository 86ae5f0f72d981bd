import { visitsOf } from '../../data/visits';
import { type Answer, type Asked, found } from '../answer';
import { byPeriod, timeText } from '../periods';
import { readerOf } from '../reader';
import { AGGREGATION, daysAsked } from './date-filter';

/** `ratings/`: the average rating, from 1 to 5, in each period that has one. */
export function ratings({ orgKey, query, nowMs, behaviour }: Asked): Answer {
  const read = readerOf(query);
  const metric = read.choice('metric', ['ratings'], 'ratings');
  const granularity = read.choice('granularity', ['hour', 'day', 'week', 'month'], 'hour');
  const mentorId = read.mentor(orgKey);
  const { startMs, endMs } = daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;
  const rated = visitsOf(orgKey, startMs, endMs, nowMs).flatMap(({ atMs, rating, ...visit }) =>
    rating === null || (mentorId !== null && visit.mentorId !== mentorId) ? [] : { atMs, rating },
  );
  const span = { startMs, endMs, aggregation: AGGREGATION[granularity] };
  const points = byPeriod(rated, span, behaviour.fillGaps).map(([ms, group]) => ({
    date: timeText(ms, behaviour),
    value: group.reduce((sum, { rating }) => sum + rating, 0) / Math.max(1, group.length),
    ...(behaviour.ratingCounts ? { count: group.length } : {}),
  }));
  return found({ metric, points });
}
