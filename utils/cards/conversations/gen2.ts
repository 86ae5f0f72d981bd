import { type CardRequest, isOffTopic } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, isWholeDays } from '@/utils/api/days';
import type { Averages, Series } from '@/utils/api/wire/conversations';
import { fail, ok, type Result } from '@/utils/failure';
import { type Comparable, finishedDays } from '@/utils/figures/comparison/comparable';
import { startsOf } from '@/utils/figures/series';
import type { Stretch } from '@/utils/figures/time/period';
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
  const queryOf = (stretch: Stretch) => ({
    ...daysQuery({ ...wanted, ...stretch }, mentorId),
    aggregation: finest(wanted),
  });
  // The API computes averages over whole days, so for other periods they are not used.
  const isAveraged = isWholeDays(wanted);
  const stretches = isAveraged && !isUndiscovered ? finishedDays(wanted, nowMs) : null;
  const isRunning = stretches !== null && stretches.now.endMs < wanted.endMs;
  const asked = isRunning ? stretches.before : before;
  const sessionsOf = (stretch: Stretch) => client.series(caller, 'sessions', queryOf(stretch));
  const both = queryOf({ startMs: before.startMs, endMs: wanted.endMs });
  const isAllTime = wanted.cut === 'all';
  const [talks, sessions, sessionsBefore, ended] = await Promise.all([
    client.series(caller, 'conversations', both),
    sessionsOf(wanted),
    isAllTime ? null : sessionsOf(asked),
    isRunning ? sessionsOf(stretches.now) : null,
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
          stretches,
        })
      : { averages: UNKNOWN, averaged: null };
  const period = sinceFirst(wanted, startsOf(rows));
  return ok({
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, rows, begun),
    preceding: isAllTime ? null : { points: pointsOf(before, nowMs, rows, begunBefore, asked) },
    ...averaged,
  });
}

interface Told {
  whole: Series;
  ended: Series | null;
  before: Series | null;
  stretches: Comparable | null;
}

async function averagesOf(
  client: Client,
  request: CardRequest,
  { whole, ended, before, stretches }: Told,
): Promise<Averaged> {
  if (isTold(whole.averages)) {
    const [ours, theirs] = [ended?.averages ?? UNKNOWN, before?.averages ?? UNKNOWN];
    return compared(whole.averages, ours, theirs, stretches);
  }
  // A deployment may tell its averages in the headline alone.
  const { period, caller, mentorId } = request;
  const headline = async (stretch: Stretch): Promise<Averages> => {
    const query = daysQuery({ ...period, ...stretch }, mentorId);
    const answer = await client.headline(caller, 'session-headline', query);
    return answer.ok ? answer.value : UNKNOWN;
  };
  const value = await headline(period);
  if (!stretches || !isTold(value)) return compared(value, UNKNOWN, UNKNOWN, null);
  const isWhole = stretches.now.endMs >= period.endMs;
  const [ours, theirs] = await Promise.all([
    isWhole ? value : headline(stretches.now),
    headline(stretches.before),
  ]);
  return compared(value, ours, theirs, stretches);
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
    return (
      value && {
        value: value.value,
        compared: isKnown ? { value: now.value, preceding: then.value } : null,
      }
    );
  };
  return {
    averages: { messages: of('messages'), rating: of('rating'), cost: of('cost') },
    averaged,
  };
}

const rowsOf = (points: Series['points']): Row[] =>
  points.map(({ startMs, value }) => ({ startMs, count: value }));
