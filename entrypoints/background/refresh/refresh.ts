import type { Caller } from '@/utils/api/ask';
import { type Capabilities, isUndiscovered } from '@/utils/api/capabilities/capabilities';
import type { CapabilityDetector } from '@/utils/api/capabilities/detector';
import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import type { AddsUp } from '@/utils/cards/card-ask';
import type { CardName } from '@/utils/cards/data';
import type { CardState, CardStates } from '@/utils/cards/state';
import { type Failure, fail, ok, type Result } from '@/utils/failure';
import { periodOf } from '@/utils/figures/time/period';
import { type Range, rangeKey } from '@/utils/figures/time/range';
import { type Identity, identityKey } from '@/utils/identity';
import { type CallerDeps, openCaller } from '../caller/caller';
import { writeForKey } from '../caller/current-key';
import { dueCards, isSince, type RefreshQuery, wantedCards } from './due-cards';
import { fetchCard } from './fetch-card';
import { createSnapshotWriter, type SnapshotWriterDeps } from './snapshot-writer';

/** The dependencies of a refresh. */
export interface RefreshDeps extends SnapshotWriterDeps, CallerDeps {
  client: Client;
  capabilities: CapabilityDetector;
  /** Returns which operations a deployment has, as far as that is known. */
  readCapabilities(deployment: { baseUrl: string; org: string }): Promise<Capabilities>;
  /** Whether new users were found to add up. */
  addsUp: AddsUp;
  readCards(identity: Identity, range: Range): Promise<CardStates>;
  spanCosts(identity: Identity): SpanCosts;
}

/** The page waits for 20 s: what has waited for another refresh is answered in time too. */
const ANSWER_MS = 19_000;

/**
 * The one way figures get into the cache: reads what is there, asks for what is not fresh, writes
 * each card when it arrives. Its answer says only whether anything could be had.
 */
export function createRefresh(deps: RefreshDeps): (query: RefreshQuery) => Promise<Result<null>> {
  const readings = new Map<string, Reading>();
  return async (query) => {
    const { baseUrl, org, user, mentorId, isPrivate, range } = query;
    const lastMs = deps.now() + ANSWER_MS;
    for (;;) {
      // Opened anew after each wait: the key may be another one, and the time for requests begins now.
      const opened = await openCaller(deps, query);
      if (!opened.ok) return opened;
      const caller = { ...opened.value, deadlineMs: Math.min(opened.value.deadlineMs, lastMs) };
      const { keyFingerprint } = caller;
      const identity = { baseUrl, org, user, mentorId, keyFingerprint, isPrivate };
      const name = JSON.stringify([identityKey(identity), query.keyOwner, rangeKey(range)]);
      const cards = await deps.readCards(identity, range);
      const due = dueCards(cards, query, deps.now());
      if (due.length === 0) return ok(null);
      const running = readings.get(name);
      if (running && mayJoin(running, due, query)) return running.end;
      if (running) {
        await running.end;
        continue;
      }
      const end = run(deps, query, identity, caller, cards).finally(() => readings.delete(name));
      readings.set(name, { due, begunMs: deps.now(), end });
      return end;
    }
  };
}

/** A refresh in progress. */
interface Reading {
  due: CardName[];
  begunMs: number;
  end: Promise<Result<null>>;
}

/** A click on "Refresh" wants answers to questions that were asked after it, and of every card. */
const mayJoin = ({ due, begunMs }: Reading, wanted: CardName[], { newerThanMs }: RefreshQuery) =>
  wanted.every((name) => due.includes(name)) && begunMs >= (newerThanMs ?? 0);

async function run(
  deps: RefreshDeps,
  query: RefreshQuery,
  identity: Identity,
  caller: Caller,
  cards: CardStates,
): Promise<Result<null>> {
  const nowMs = deps.now();
  const request: CardRequest = {
    caller,
    period: periodOf(query.range, nowMs),
    mentorId: query.mentorId,
    nowMs,
  };
  const writer = createSnapshotWriter(deps, identity, query.range, cards);
  const { client, capabilities, readCapabilities, addsUp } = deps;
  const kept = spanCostsFor(deps, identity);
  const isNew = isUndiscovered(await readCapabilities(caller), nowMs);
  const tools = { client, capabilities, readCapabilities, addsUp, kept, isUndiscovered: isNew };
  const isBegun = (state: CardState<unknown> | undefined) => isSince(state, query, nowMs);
  const due = dueCards(cards, query, nowMs);
  const fetching = { request, tools, writer, asked: {}, isBegun };
  const outcomes = await Promise.all(due.map((place) => fetchCard(place, fetching)));
  const lost = writer.failure();
  const isAlone = due.length === wantedCards(query).length;
  return lost === null ? resultOf(outcomes, isAlone) : fail(lost);
}

/** Costs of spans are stored only for the saved key, as cards are. */
export function spanCostsFor(deps: RefreshDeps, identity: Identity): SpanCosts {
  const kept = deps.spanCosts(identity);
  return {
    ...kept,
    write: (span, cost) =>
      writeForKey(
        deps,
        identity.keyFingerprint,
        () => kept.write(span, cost),
        () => kept.drop(span),
      ),
  };
}

/**
 * A failure only if no card could be had; the failure of a single card is shown on that card. Where
 * other cards had been answered before (not `isAlone`), what is missing for good is no failure: a
 * command that is sent again may find nothing else left to ask for.
 */
function resultOf(outcomes: Result<unknown>[], isAlone: boolean): Result<null> {
  const failures = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure]));
  const [first] = failures;
  if (first === undefined || failures.length < outcomes.length) return ok(null);
  if (!isAlone && failures.every(isMissing)) return ok(null);
  return fail(failures.find(({ kind }) => kind === 'key-rejected') ?? first);
}

const isMissing = ({ kind }: Failure) =>
  kind === 'not-served' || kind === 'no-all-time' || kind === 'forbidden';
