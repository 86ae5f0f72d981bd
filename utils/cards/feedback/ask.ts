import { beside, type CardRequest, isOffTopic, seriesQuery } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { fail, ok, type Result } from '@/utils/failure';
import { type CountPoint, fillCounts } from '@/utils/figures/series';
import type { Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { CardAsk } from '../card-ask';
import type { FeedbackData } from './data';

/**
 * Feedback entries of a period and of the one before. Counts of hours and days add up, so one call
 * over both will do; a week may lie across the border between the two, so weeks take two calls.
 */
async function fetchFeedback(client: Client, request: CardRequest): Promise<Result<FeedbackData>> {
  const { period } = request;
  const before = precedingPeriod(period);
  const [now, then] =
    period.aggregation === 'weekly'
      ? await Promise.all([
          ask(client, request, period, [period]),
          ask(client, beside(request), before, [before]),
        ])
      : await askTogether(client, request, period, before);
  if (!now.ok) return now;
  const preceding = then.ok ? then.value[0]?.points : undefined;
  return ok({
    period,
    asOfMs: request.nowMs,
    points: [],
    ...now.value[0],
    preceding: preceding ? { points: preceding } : null,
  });
}

async function askTogether(client: Client, request: CardRequest, period: Period, before: Period) {
  const both = { ...period, startMs: before.startMs };
  const answer = await ask(client, request, both, [period, before]);
  return answer.ok
    ? ([ok(answer.value.slice(0, 1)), ok(answer.value.slice(1))] as const)
    : ([answer, answer] as const);
}

/** One call over `asked`, its counts placed into each of the periods. */
async function ask(
  client: Client,
  { caller, mentorId, nowMs }: CardRequest,
  asked: Period,
  periods: Period[],
): Promise<Result<Pick<FeedbackData, 'points' | 'incomplete'>[]>> {
  const query = seriesQuery(asked, mentorId, nowMs);
  const answer = await client.feedback(caller, query);
  if (!answer.ok) return answer;
  const { rows, incomplete } = answer.value;
  if (isOffTopic(rows, query)) return fail({ kind: 'bad-response' });
  const filled = periods.map((period) => fillCounts(countsIn(rows, period), period, nowMs));
  // The rows are of the same days but of other hours, so these hours are zero.
  return ok(
    filled.map(({ points, droppedAll }) => ({ points: droppedAll ? [] : points, incomplete })),
  );
}

/** A month is counted from its days, and those outside of the period are not part of it. */
const countsIn = (rows: CountPoint[], period: Period): CountPoint[] =>
  period.aggregation === 'monthly'
    ? rows.filter(({ startMs }) => startMs >= period.startMs && startMs < period.endMs)
    : rows;

export const feedbackAsk: CardAsk<FeedbackData> = {
  ask: (request, { client }) => fetchFeedback(client, request),
};
