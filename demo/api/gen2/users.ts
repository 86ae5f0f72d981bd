import { DAY_MS, FIRST_DAY, HOUR_MS } from '../../data/people';
import { registeredIn, visitsOf } from '../../data/visits';
import { percentage } from '../amount';
import { type Answer, type Asked, found } from '../answer';
import { byPeriod, type Granularity, nextPeriod, timeText } from '../periods';
import { readerOf } from '../reader';
import { AGGREGATION, type Days, daysAsked } from './date-filter';

const METRICS = [
  'currently_active',
  'active_users',
  'registered_users',
  'active_users_last_30d',
] as const;

/** `users/`: how many were active or are registered, in sum and over time. */
export function users(asked: Asked): Answer {
  const { orgKey, query, nowMs } = asked;
  const read = readerOf(query);
  const metric = read.required('metric', METRICS);
  const granularity = read.choice('granularity', ['hour', 'day', 'week', 'month'], 'hour');
  const mentorId = read.mentor(orgKey);
  const days = daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;
  const aggregation = AGGREGATION[granularity];
  if (metric === 'registered_users') return found(registered(asked, days, aggregation));
  const tomorrowMs = (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
  const spans = {
    currently_active: { startMs: nowMs - HOUR_MS, endMs: nowMs },
    active_users: days,
    active_users_last_30d: { startMs: tomorrowMs - 30 * DAY_MS, endMs: tomorrowMs },
  };
  return found(active(asked, metric, spans[metric], aggregation, mentorId));
}

function active(
  { orgKey, nowMs, behaviour }: Asked,
  metric: string,
  { startMs, endMs }: { startMs: number; endMs: number },
  aggregation: Granularity,
  mentorId: string | null,
) {
  const visits = (fromMs: number, toMs: number) =>
    visitsOf(orgKey, fromMs, toMs, nowMs).filter(
      (visit) => mentorId === null || visit.mentorId === mentorId,
    );
  const people = (them: ReturnType<typeof visits>) =>
    new Set(them.map(({ person }) => person.name)).size;
  const these = visits(startMs, endMs);
  const count = people(these);
  const before = people(visits(startMs - (endMs - startMs), startMs));
  const span = { startMs, endMs: Math.min(endMs, nowMs), aggregation };
  return {
    metric,
    count,
    change: count - before,
    percentage_change: percentage(count, before),
    prev_count: before,
    points: byPeriod(these, span, true).map(([ms, group]) => ({
      date: timeText(ms, behaviour),
      value: people(group),
    })),
  };
}

/** Registering is with the organization, so that a mentor makes no difference here. */
function registered(asked: Asked, { startMs, endMs }: Days, aggregation: Granularity) {
  const { orgKey, nowMs, behaviour } = asked;
  const instants: { atMs: number }[] = [];
  for (let day = FIRST_DAY; day * DAY_MS < Math.min(endMs, nowMs); day++) {
    for (const { registeredAtMs: atMs } of registeredIn(orgKey, day)) {
      if (atMs < nowMs) instants.push({ atMs });
    }
  }
  instants.sort((a, b) => a.atMs - b.atMs);
  const isNew = instants.filter(({ atMs }) => atMs >= startMs);
  const span = { startMs, endMs: Math.min(endMs, nowMs), aggregation };
  let known = 0;
  const points = byPeriod(isNew, span, true).map(([ms, group]) => {
    const periodEndMs = nextPeriod(ms, aggregation);
    while ((instants[known]?.atMs ?? periodEndMs) < periodEndMs) known += 1;
    const value = behaviour.registered === 'new' ? group.length : known;
    return { date: timeText(ms, behaviour), value };
  });
  return {
    metric: 'registered_users',
    count: instants.length,
    new_users: isNew.length,
    change: isNew.length,
    points,
  };
}
