import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import { createSingleFlight } from '@/utils/api/http/single-flight';
import type { Source } from '@/utils/api/source';
import { type Failure, fail, ok, type Result } from '@/utils/failure';
import { isRecent } from '@/utils/figures/age';
import { type CardData, type CardName, cardNames } from '@/utils/figures/card-data';
import { periodOf } from '@/utils/figures/period';
import { type Range, rangeKey } from '@/utils/figures/range';
import { type Identity, identityKey } from '@/utils/page/identity';
import type { CardSnapshot } from '@/utils/store/snapshots/snapshots';
import { callerOf, type UsableKey } from './caller';
import { writeForKey } from './current-key';
import { type CardStates, createSnapshotWriter, type SnapshotWriterDeps } from './snapshot-writer';

/** What a page asks the worker to bring up to date. */
export interface RefreshQuery {
  baseUrl: string;
  org: string;
  user: string;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
  mentorId: string | null;
  range: Range;
  /**
   * Ask again even for fresh figures, if they are older than this (epoch ms): the instant of a click.
   * So a command that is sent again after the worker's death asks only for what is still missing.
   */
  newerThanMs: number | null;
}

/** What a refresh works with. */
export interface RefreshDeps extends SnapshotWriterDeps {
  source: Source;
  readKey(place: { baseUrl: string; org: string }): Promise<Result<UsableKey>>;
  /** A failure when the base is none of ours, or the browser was not allowed to ask it. */
  checkAccess(baseUrl: string): Promise<Failure | null>;
  readCards(identity: Identity, range: Range): Promise<CardStates>;
  spanCosts(identity: Identity): SpanCosts;
}

/**
 * The one way figures get into the cache: reads what is there, asks for what is not fresh, writes
 * each card when it arrives. Its answer says only whether anything could be had.
 */
export function createRefresh(deps: RefreshDeps): (query: RefreshQuery) => Promise<Result<null>> {
  const flight = createSingleFlight<Result<null>>();
  return async (query) => {
    const denied = await deps.checkAccess(query.baseUrl);
    if (denied !== null) return fail(denied);
    const key = await deps.readKey(query);
    if (!key.ok) return key;
    const { baseUrl, org, user, mentorId, range } = query;
    const identity = { baseUrl, org, user, mentorId, keyFingerprint: key.value.fingerprint };
    // Looked up first: a reading that asks for nothing must not be one that "Refresh" can join.
    const cards = await deps.readCards(identity, range);
    if (dueCards(cards, query, deps.now()).length === 0) return ok(null);
    const name = JSON.stringify([identityKey(identity), query.keyOwner, rangeKey(range)]);
    return flight(name, () => run(deps, query, identity, key.value));
  };
}

async function run(
  deps: RefreshDeps,
  query: RefreshQuery,
  identity: Identity,
  key: UsableKey,
): Promise<Result<null>> {
  const nowMs = deps.now();
  const cards = await deps.readCards(identity, query.range);
  const request: CardRequest = {
    caller: callerOf(query, key, nowMs),
    period: periodOf(query.range, nowMs),
    mentorId: query.mentorId,
    nowMs,
  };

  const writer = createSnapshotWriter(deps, identity, query.range, cards);
  const bring = async <Name extends CardName>(
    name: Name,
    asked: Promise<Result<CardData[Name]>>,
  ): Promise<Result<unknown>> => {
    const outcome = await asked;
    await writer.keep(name, outcome);
    return outcome;
  };
  const reading = {
    kept: spanCostsFor(deps, identity),
    begun: isSince(cards.cost, query, nowMs) ? cards.cost?.data : undefined,
    onPart: (part: CardData['cost']) => writer.keep('cost', ok(part)),
  };
  const { source } = deps;
  const bringers: Record<CardName, () => Promise<Result<unknown>>> = {
    cohorts: () => bring('cohorts', source.cohorts(request, cards.cohorts)),
    feedback: () => bring('feedback', source.feedback(request)),
    cost: () => bring('cost', source.cost(request, reading)),
  };
  const due = dueCards(cards, query, nowMs);
  const outcomes = await Promise.all(due.map((name) => bringers[name]()));
  const lost = writer.failure();
  return lost === null ? verdict(outcomes) : fail(lost);
}

/** Costs of spans are kept for the saved key alone, as cards are. */
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

/** A failure only when nothing could be had; what a single card lacks stands on the card. */
function verdict(outcomes: Result<unknown>[]): Result<null> {
  const failures = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure]));
  const [first] = failures;
  if (first === undefined || failures.length < outcomes.length) return ok(null);
  return fail(failures.find(({ kind }) => kind === 'key-rejected') ?? first);
}

const dueCards = (cards: CardStates, query: RefreshQuery, nowMs: number): CardName[] =>
  cardNames.filter((name) => {
    const isAsked = query.newerThanMs !== null && !isSince(cards[name], query, nowMs);
    return isAsked || !isFresh(cards, name, nowMs);
  });

/** Whether a card's figures came after the click that asks for newer ones. */
function isSince(
  card: CardSnapshot<unknown> | undefined,
  { newerThanMs }: RefreshQuery,
  nowMs: number,
): boolean {
  if (newerThanMs === null || card?.fetchedAtMs === undefined) return false;
  return card.fetchedAtMs > newerThanMs && isRecent(card.fetchedAtMs, nowMs);
}

/** Asked within the last 5 minutes, without a failure since, and with every bar it should have. */
function isFresh(cards: CardStates, name: CardName, nowMs: number): boolean {
  const card = cards[name];
  if (card?.data === undefined || card.fetchedAtMs === undefined || card.failure) return false;
  if (!isRecent(card.fetchedAtMs, nowMs)) return false;
  return name !== 'cost' || (cards.cost?.data?.spans ?? []).every((span) => span.cost !== null);
}

/** A time to come is a clock that was turned back: nothing can be said about its age. */
