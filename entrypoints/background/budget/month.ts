import type { Caller } from '@/utils/api/ask';
import { firstServed } from '@/utils/api/capabilities/first-served';
import type { Client } from '@/utils/api/client';
import { createSingleFlight } from '@/utils/api/http/single-flight';
import { ok, type Result } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
import { FRESH_MS } from '@/utils/figures/time/age';
import { monthOf } from '@/utils/figures/time/months';
import { utcDay } from '@/utils/figures/time/range';
import type { MonthPlace } from '@/utils/store/snapshots/months';
import { type CallerDeps, openCaller } from '../caller/caller';

/** A request for the cost of the current month: whose cost. */
export interface MonthQuery {
  baseUrl: string;
  org: string;
  user: string;
  keyOwner: string | null;
  isPrivate?: boolean | undefined;
  /** Ask again unless it was answered after this instant (epoch ms). */
  newerThanMs: number;
}

/** The dependencies of a request for the month. */
export interface MonthDeps extends CallerDeps {
  client: Client;
  readMonth(place: MonthPlace, nowMs: number): Promise<MonthCost | null>;
  writeMonth(place: MonthPlace, month: MonthCost): Promise<void>;
}

const MINUTE_MS = 60_000;

/**
 * Returns one person's cost of the current month over all mentors: from the cache while it is fresh,
 * else by one call.
 */
export function createMonth(
  deps: MonthDeps,
): (query: MonthQuery) => Promise<Result<{ place: MonthPlace; month: MonthCost }>> {
  const flight = createSingleFlight<Result<MonthCost>>();
  return async (query) => {
    const caller = await openCaller(deps, query);
    if (!caller.ok) return caller;
    const { baseUrl, org, user, keyFingerprint } = caller.value;
    const { isPrivate = false } = query;
    const place = { baseUrl, org, user, keyFingerprint, ...(isPrivate && { isPrivate }) };
    const nowMs = deps.now();
    const kept = await deps.readMonth(place, nowMs);
    const oldest = Math.max(query.newerThanMs, nowMs - FRESH_MS);
    if (kept && kept.asOfMs >= oldest && kept.asOfMs <= nowMs) return ok({ place, month: kept });
    const month = await flight(JSON.stringify(place), () => ask(deps, caller.value, nowMs));
    if (!month.ok) return month;
    await deps.writeMonth(place, month.value);
    return ok({ place, month: month.value });
  };
}

async function ask(
  { client }: MonthDeps,
  caller: Caller,
  nowMs: number,
): Promise<Result<MonthCost>> {
  const { startMs } = monthOf(nowMs);
  // Rounded up to whole minutes: the API accepts no fractions, and the current cost must be included.
  const endMs = Math.ceil((nowMs + 1) / MINUTE_MS) * MINUTE_MS;
  const days = { startDate: utcDay(startMs), endDate: utcDay(nowMs), mentorId: null };
  const cost = await firstServed<{ total: number }>(
    () => client.cost(caller, { startMs, endMs }),
    () => client.finances(caller, days),
  );
  return cost.ok ? ok({ total: cost.value.total, asOfMs: nowMs }) : cost;
}
