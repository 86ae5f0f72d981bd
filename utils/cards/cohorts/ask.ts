import { beside, type CardRequest, isOffTopic, seriesQuery } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { fail, ok, type Result } from '@/utils/failure';
import { fillCohorts } from '@/utils/figures/series';
import { isSamePeriod, type Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import type { AskTools, CardAsk, Held } from '../card-ask';
import { findAddsUp } from './adds-up';
import { type CohortData, countedPeriod } from './data';

/** Users of a period that ended so long before they were asked for are not asked for again. */
const SETTLE_MS = DAY_MS;

/**
 * New and veteran users of a period and, where it can be had, of the one before: "new" depends on
 * the dates that are asked, so the two are two calls. A failed comparison is no comparison; one that
 * is in the card already and over for good is kept.
 */
async function fetchCohorts(
  client: Client,
  request: CardRequest,
  { held, isUndiscovered, onPart, addsUp }: AskTools<CohortData>,
): Promise<Result<CohortData>> {
  const { nowMs } = request;
  const period = countedPeriod(request.period);
  const before = precedingPeriod(period);
  const kept = keptPreceding(period, held);
  const asked = ask(client, request, period);
  const rows = asked.then((answer) =>
    answer.ok && !answer.value.incomplete ? answer.value.rows : null,
  );
  const cardOf = (
    { points, incomplete }: Pick<CohortData, 'points' | 'incomplete'>,
    preceding: CohortData['preceding'],
  ): CohortData => ({
    ...{ period, asOfMs: nowMs, points, preceding, incomplete },
    ...(period !== request.period && { byMonth: true }),
  });
  const [now, then, isSum] = await Promise.all([
    // The range before is asked for only once the operation is known to be served; the figures don't wait.
    asked.then(async (answer) => {
      if (isUndiscovered && answer.ok) {
        await onPart({ ...cardOf(answer.value, kept), ...(kept === null && { partial: true }) });
      }
      return answer;
    }),
    kept === null ? ask(client, beside(request), before) : null,
    findAddsUp(client, beside(request), addsUp, rows),
  ]);
  if (!now.ok) return now;
  const preceding = then?.ok ? { points: then.value.points } : kept;
  return ok({ ...cardOf(now.value, preceding), ...(isSum === false && { repeats: true }) });
}

/** The comparison that a card holds already, where it is of the same interval and can't change. */
function keptPreceding(period: Period, card: Held<CohortData> | undefined) {
  const known = card?.data;
  const isSame = known !== undefined && isSamePeriod(known.period, period);
  const isFinal = period.startMs + SETTLE_MS <= (card?.fetchedAtMs ?? 0);
  return isSame && isFinal ? known.preceding : null;
}

async function ask(client: Client, { caller, mentorId, nowMs }: CardRequest, period: Period) {
  const query = seriesQuery(period, mentorId, nowMs);
  const answer = await client.cohorts(caller, query);
  if (!answer.ok) return answer;
  const { rows, incomplete } = answer.value;
  if (isOffTopic(rows, query)) return fail({ kind: 'bad-response' });
  const { points, droppedAll } = fillCohorts(rows, period, nowMs);
  // The rows are of the same days but of other hours, so these hours are zero.
  return ok({ points: droppedAll ? [] : points, incomplete, rows });
}

export const cohortsAsk: CardAsk<CohortData> = {
  ask: (request, tools) => fetchCohorts(tools.client, request, tools),
};
