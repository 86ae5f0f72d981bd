import { type CardRequest, isOffTopic, seriesQuery } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import type { SessionPoint } from '@/utils/api/wire/gen1-talk';
import { fail, ok, type Result } from '@/utils/failure';
import { finishedDays } from '@/utils/figures/comparison/comparable';
import type { Interval } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { ConversationsData } from './data';
import { finest, pointsOf } from './series';

/** The first generation: one call for conversations and one for sessions; either will do. */
export async function fetchFirst(
  client: Client,
  { caller, period, mentorId, nowMs }: CardRequest,
): Promise<Result<ConversationsData>> {
  const before = precedingPeriod(period);
  const both = { ...period, startMs: before.startMs, aggregation: finest(period) };
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
  const intervals = finishedDays(period, nowMs);
  const [value, ours, theirs] = [period, intervals?.now, intervals?.before].map(
    (interval) => interval && messagesIn(averageRows, interval),
  );
  const compared = ours == null || theirs == null ? null : { value: ours, preceding: theirs };
  return ok({
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, talkRows, sessionRows),
    preceding: { points: pointsOf(before, nowMs, talkRows, sessionRows) },
    averages: {
      messages: value == null ? null : { value, compared },
      rating: null,
      cost: null,
    },
    averaged: intervals,
    incomplete: [talks, sessions].some((answer) => answer.ok && answer.value.incomplete),
  });
}

/** Messages a session over an interval: each bucket's average counts for as many sessions as it had. */
function messagesIn(rows: SessionPoint[], { startMs, endMs }: Interval): number | null {
  let [messages, sessions] = [0, 0];
  for (const row of rows.filter((one) => one.startMs >= startMs && one.startMs < endMs)) {
    messages += (row.messages ?? 0) * (row.sessions ?? 0);
    sessions += row.messages === null ? 0 : (row.sessions ?? 0);
  }
  return sessions === 0 ? null : messages / sessions;
}
