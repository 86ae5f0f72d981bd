import { firstServed } from '@/utils/api/capabilities/first-served';
import { type CardRequest, isOffTopic, seriesQuery } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, isWholeDays } from '@/utils/api/days';
import { fail, ok, type Result } from '@/utils/failure';
import { bucketsOf } from '@/utils/figures/buckets';
import { type Period, precedingPeriod } from '@/utils/figures/period';
import type { Aggregation } from '@/utils/figures/range';
import type { CardAsk } from '../card-ask';
import type { ConversationsData, TalkPoint } from './data';

/** A count within an hour or a day. */
interface Row {
  startMs: number;
  count: number | null;
}

const UNKNOWN = { messages: null, rating: null, cost: null };

/** Counts add up, so weeks and months are sums of days, and one call covers two periods. */
const finest = ({ aggregation }: Period): Aggregation =>
  aggregation === 'hourly' ? 'hourly' : 'daily';

/**
 * The second generation: conversations of both periods in one call; sessions in two, as their averages are
 * about the days that were asked. Sessions are no condition.
 */
async function fetchSecond(
  client: Client,
  { caller, period, mentorId, nowMs }: CardRequest,
): Promise<Result<ConversationsData>> {
  const before = precedingPeriod(period);
  const queryOf = (of: Period) => ({
    ...daysQuery(of, mentorId),
    aggregation: finest(period),
  });
  const both = queryOf({ ...period, startMs: before.startMs });
  const [talks, sessions, sessionsBefore] = await Promise.all([
    client.series(caller, 'conversations', both),
    client.series(caller, 'sessions', queryOf(period)),
    client.series(caller, 'sessions', queryOf(before)),
  ]);
  if (!talks.ok) return talks;
  const rows = rowsOf(talks.value.points);
  if (isOffTopic(rows, both)) return fail({ kind: 'bad-response' });
  const told = sessions.ok ? sessions.value.averages : UNKNOWN;
  const isTold = Object.values(told).some((average) => average !== null);
  // The API computes averages over whole days, so for other periods they are not used.
  const averages = !isWholeDays(period)
    ? UNKNOWN
    : isTold || !sessions.ok
      ? told
      : await headline(client, { caller, period, mentorId });
  return ok({
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, rows, sessions.ok ? rowsOf(sessions.value.points) : null),
    preceding: {
      points: pointsOf(
        before,
        nowMs,
        rows,
        sessionsBefore.ok ? rowsOf(sessionsBefore.value.points) : null,
      ),
    },
    averages,
  });
}

/** A deployment may give its averages only in the headline. */
async function headline(
  client: Client,
  { caller, period, mentorId }: Pick<CardRequest, 'caller' | 'period' | 'mentorId'>,
): Promise<ConversationsData['averages']> {
  const query = daysQuery(period, mentorId);
  const answer = await client.headline(caller, 'session-headline', query);
  return answer.ok ? answer.value : UNKNOWN;
}

/** The first generation: one call for conversations and one for sessions; either will do. */
async function fetchFirst(
  client: Client,
  { caller, period, mentorId, nowMs }: CardRequest,
): Promise<Result<ConversationsData>> {
  const before = precedingPeriod(period);
  const both = { startMs: before.startMs, endMs: period.endMs, aggregation: finest(period) };
  const query = seriesQuery(both, mentorId, nowMs);
  const [talks, sessions] = await Promise.all([
    client.conversationSummary(caller, query),
    client.sessionAverages(caller, query),
  ]);
  if (!talks.ok && !sessions.ok) return talks.failure.kind === 'not-served' ? sessions : talks;
  const talkRows = talks.ok ? talks.value.rows : null;
  const averageRows = sessions.ok ? sessions.value.rows : [];
  const sessionRows = sessions.ok
    ? averageRows.map(({ startMs, sessions: count }) => ({ startMs, count }))
    : null;
  if ([talkRows, sessionRows].some((rows) => rows && isOffTopic(rows, query))) {
    return fail({ kind: 'bad-response' });
  }
  const value = messagesIn(averageRows, period);
  return ok({
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, talkRows, sessionRows),
    preceding: { points: pointsOf(before, nowMs, talkRows, sessionRows) },
    averages: {
      ...UNKNOWN,
      messages: value === null ? null : { value, preceding: messagesIn(averageRows, before) },
    },
  });
}

/** Messages a session over a period: each bucket's average counts for as many sessions as it had. */
function messagesIn(
  rows: { startMs: number; sessions: number | null; messages: number | null }[],
  { startMs, endMs }: Period,
): number | null {
  let [messages, sessions] = [0, 0];
  for (const row of rows.filter((one) => one.startMs >= startMs && one.startMs < endMs)) {
    messages += (row.messages ?? 0) * (row.sessions ?? 0);
    sessions += row.messages === null ? 0 : (row.sessions ?? 0);
  }
  return sessions === 0 ? null : messages / sessions;
}

const rowsOf = (points: { startMs: number; value: number | null }[]): Row[] =>
  points.map(({ startMs, value }) => ({ startMs, count: value }));

/** Both series in the buckets of a period; null for one that could not be had, nothing where both are empty. */
function pointsOf(
  period: Period,
  nowMs: number,
  talks: Row[] | null,
  sessions: Row[] | null,
): TalkPoint[] {
  const points = bucketsOf(period, nowMs).map(({ startMs, endMs }) => {
    const within = (rows: Row[] | null) =>
      rows && sumOf(rows, Math.max(startMs, period.startMs), Math.min(endMs, period.endMs));
    return { startMs, conversations: within(talks), sessions: within(sessions) };
  });
  const isNothing = points.every(({ conversations, sessions }) => !conversations && !sessions);
  return isNothing ? [] : points;
}

/** A bucket without a row is zero, one with a row without a number is unknown. */
function sumOf(rows: Row[], fromMs: number, toMs: number): number | null {
  const within = rows.filter(({ startMs }) => startMs >= fromMs && startMs < toMs);
  return within.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  );
}

export const conversationsAsk: CardAsk<ConversationsData> = {
  ask: (request, { client }) =>
    firstServed(
      () => fetchSecond(client, request),
      () => fetchFirst(client, request),
    ),
};
