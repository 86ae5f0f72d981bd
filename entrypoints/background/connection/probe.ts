import type { Caller } from '@/utils/api/ask';
import type { Client } from '@/utils/api/client';
import { mayBeMissing } from '@/utils/api/http/classify';
import type { Failure, Result } from '@/utils/failure';
import { DAY_MS, utcDay } from '@/utils/figures/time/range';
import type { ConnectionReport } from '@/utils/messages/contract';
import { withSchemes } from './verify-key';

type Asked = Promise<Result<unknown>>;
type Offer = NonNullable<ConnectionReport['offers']>[number];

/** The failure of each operation when asked for the last day; null if it answered. */
export type Probed = Record<Exclude<Offer, 'breakdown'>, Failure | null> & { breakdown: Failure[] };

/**
 * The user's cost of the last day, with each scheme in turn until one is not refused: by whichever
 * generation of the API there is, as a path that is missing says nothing about a key.
 */
export const probeKey = (client: Client, caller: Caller, nowMs: number) =>
  withSchemes<unknown>(caller, async (withScheme) => {
    const { cost, financial } = questions(client, withScheme, nowMs);
    const answer = await cost();
    return answer.ok || !mayBeMissing(answer.failure) ? answer : financial();
  });

/** Asks every operation that a deployment may have or lack for the last day. */
export async function probeFigures(client: Client, caller: Caller, nowMs: number): Promise<Probed> {
  const ask = questions(client, caller, nowMs);
  const refusal = async (asked: Asked) => {
    const answer = await asked;
    return answer.ok ? null : answer.failure;
  };
  const [cohorts, feedback, cost, financial, users, ratings, ...breakdown] = await Promise.all(
    [
      ask.cohorts(),
      ask.feedback(),
      ask.cost(),
      ask.financial(),
      ask.users(),
      ask.ratings(),
      ask.details(),
      ask.models(),
      ask.mentors(),
    ].map(refusal),
  );
  return {
    cohorts: cohorts ?? null,
    feedback: feedback ?? null,
    cost: cost ?? null,
    financial: financial ?? null,
    users: users ?? null,
    ratings: ratings ?? null,
    breakdown: breakdown.some((one) => one === null) ? [] : breakdown.flatMap((one) => one ?? []),
  };
}

function questions(client: Client, caller: Caller, nowMs: number) {
  const instants = { startMs: nowMs - DAY_MS, endMs: nowMs };
  const yesterday = utcDay(nowMs - DAY_MS);
  const days = { startDate: yesterday, endDate: utcDay(nowMs), mentorId: null };
  const series = { ...days, aggregation: 'daily' } as const;
  // It is not known whether the first generation includes the last day of the dates it is given.
  const more = { ...series, endDate: utcDay(nowMs + DAY_MS) };
  return {
    cohorts: () => client.cohorts(caller, more),
    feedback: () => client.feedback(caller, more),
    cost: () => client.cost(caller, instants),
    financial: () => client.finances(caller, days),
    users: () => client.users(caller, 'active-users', series),
    ratings: () => client.ratings(caller, days),
    details: () => client.financesBy(caller, days, 'model'),
    models: () => client.costsBy(caller, instants, 'model'),
    mentors: () => client.costsBy(caller, instants, 'mentor'),
  };
}

/** Which figures a deployment offers, and which it certainly lacks. */
export function offersIn({ breakdown, ...probed }: Probed): { offers: Offer[]; lacks: Offer[] } {
  const offers: Offer[] = [];
  const lacks: Offer[] = [];
  const names = ['cohorts', 'users', 'cost', 'financial', 'feedback', 'ratings'] as const;
  for (const name of names) {
    const failure = probed[name];
    if (failure === null) offers.push(name);
    else if (mayBeMissing(failure)) lacks.push(name);
  }
  if (breakdown.length === 0) offers.push('breakdown');
  else if (breakdown.every(mayBeMissing)) lacks.push('breakdown');
  return { offers, lacks };
}
