import { type CardRequest, isOffTopic } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, isWholeDays } from '@/utils/api/days';
import type { Averages, Series } from '@/utils/api/wire/conversations';
import { fail, ok, type Result } from '@/utils/failure';
import { type Comparable, finishedDays } from '@/utils/figures/comparison/comparable';
import { startsOf } from '@/utils/figures/series';
import type { Interval } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { sinceFirst } from '@/utils/figures/time/since-first';
import type { AskTools } from '../card-ask';
import type { ConversationsData } from './data';
import { finest, pointsOf, type Row } from './series';

type Averaged = Pick<ConversationsData, 'averages' | 'averaged'>;
type Tools = Pick<AskTools<ConversationsData>, 'client' | 'isUndiscovered'>;

const UNKNOWN = { messages: null, rating: null, cost: null } as const;

/**
 * The second generation: conversations of both periods in one call; sessions in two, as their averages are
 * about the days that were asked, and a third where the days that have ended are not the whole period.
 * Sessions are no condition. A deployment that nobody knows costs calls enough: there averages are compared
 * at the next reading.
 */
export async function fetchSecond(
  { client, isUndiscovered }: Tools,
  request: CardRequest,
): Promise<Result<ConversationsData>> {
  const { caller, period: wanted, mentorId, nowMs } = request;
  const before = precedingPeriod(wanted);
  const queryOf = (interval: Interval) => ({
    ...daysQuery({ ...wanted, ...interval }, mentorId),
    aggregation: finest(wanted),
  });
  // The API computes averages over whole days, so for other periods they are not used.
  const isAveraged = isWholeDays(wanted);
  const intervals = isAveraged && !isUndiscovered ? finishedDays(wanted, nowMs) : null;
  const isRunning = intervals !== null && intervals.now.endMs < wanted.endMs;
  const asked = isRunning ? intervals.before : before;
  const sessionsOf = (interval: Interval) => client.series(caller, 'sessions', queryOf(interval));
  const both = queryOf({ startMs: before.startMs, endMs: wanted.endMs });
  const isAllTime = wanted.cut === 'all';
  const [talks, sessions, sessionsBefore, ended] = await Promise.all([
    client.series(caller, 'conversations', both),
    sessionsOf(wanted),
    isAllTime ? null : sessionsOf(asked),
    isRunning ? sessionsOf(intervals.now) : null,
  ]);
  if (!talks.ok) return talks;
  const rows = rowsOf(talks.value.points);
  if (isOffTopic(rows, both)) return fail({ kind: 'bad-response' });
  const begun = sessions.ok ? rowsOf(sessions.value.points) : null;
  const begunBefore = sessionsBefore?.ok ? rowsOf(sessionsBefore.value.points) : null;
  const averaged: Averaged =
    isAveraged && sessions.ok
      ? await averagesOf(client, request, {
          whole: sessions.value,
          ended: ended?.ok ? ended.value : isRunning ? null : sessions.value,
          before: sessionsBefore?.ok ? sessionsBefore.value : null,
          intervals,
        })
      : { averages: UNKNOWN, averaged: null };
  const period = sinceFirst(wanted, startsOf(rows));
  return ok({
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, rows, begun),
    incomplete: [talks, sessions].some((answer) => answer.ok && answer.value.incomplete),
    preceding: isAllTime ? null : { points: pointsOf(before, nowMs, rows, begunBefore, asked) },
    ...averaged,
  });
}

interface Told {
  whole: Series;
  ended: Series | null;
  before: Series | null;
  intervals: Comparable | null;
}

async function averagesOf(
  client: Client,
  request: CardRequest,
  { whole, ended, before, intervals }: Told,
): Promise<Averaged> {
  if (isTold(whole.averages)) {
    const [ours, theirs] = [ended?.averages ?? UNKNOWN, before?.averages ?? UNKNOWN];
    return compared(whole.averages, ours, theirs, intervals);
  }
  // A deployment may tell its averages in the headline alone.
  const { period, caller, mentorId } = request;
  const headline = async (interval: Interval): Promise<Averages> => {
    const query = daysQuery({ ...period, ...interval }, mentorId);
    const answer = await client.sessionHeadline(caller, query);
    return answer.ok ? answer.value : UNKNOWN;
  };
  const value = await headline(period);
  if (!intervals || !isTold(value)) return compared(value, UNKNOWN, UNKNOWN, null);
  const isWhole = intervals.now.endMs >= period.endMs;
  const [ours, theirs] = await Promise.all([
    isWhole ? value : headline(intervals.now),
    headline(intervals.before),
  ]);
  return compared(value, ours, theirs, intervals);
}

const isTold = (averages: Averages) => Object.values(averages).some((average) => average !== null);

/** The averages, each with that of the days that have ended and of as many before, where both are known. */
function compared(
  whole: Averages,
  ours: Averages,
  theirs: Averages,
  averaged: ConversationsData['averaged'],
): Averaged {
  const of = (name: keyof Averages): ConversationsData['averages']['messages'] => {
    const [value, now, then] = [whole[name], ours[name], theirs[name]];
    const isKnown = averaged !== null && now !== null && then !== null;
    if (value === null) return null;
    return { value, compared: isKnown ? { value: now, preceding: then } : null };
  };
  return {
    averages: { messages: of('messages'), rating: of('rating'), cost: of('cost') },
    averaged,
  };
}

const rowsOf = (points: Series['points']): Row[] =>
  points.map(({ startMs, value }) => ({ startMs, count: value }));
