import type { Caller } from '@/utils/api/ask';
import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Source } from '@/utils/api/source';
import { fail, ok, type Result } from '@/utils/failure';
import { isRecent } from '@/utils/figures/age';
import { type CardData, type CardName, cardNames } from '@/utils/figures/card-data';
import { periodOf } from '@/utils/figures/period';
import { type Range, rangeKey } from '@/utils/figures/range';
import { type Identity, identityKey } from '@/utils/page/identity';
import type { CardSnapshot } from '@/utils/store/snapshots/snapshots';
import { type CallerDeps, openCaller } from './caller';
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
export interface RefreshDeps extends SnapshotWriterDeps, CallerDeps {
  source: Source;
  readCards(identity: Identity, range: Range): Promise<CardStates>;
  spanCosts(identity: Identity): SpanCosts;
}

/**
 * The one way figures get into the cache: reads what is there, asks for what is not fresh, writes
 * each card when it arrives. Its answer says only whether anything could be had.
 */
export function createRefresh(deps: RefreshDeps): (query: RefreshQuery) => Promise<Result<null>> {
  const readings = new Map<string, Reading>();
  return async (query) => {
    const caller = await openCaller(deps, query);
    if (!caller.ok) return caller;
    const { keyFingerprint } = caller.value;
    const { baseUrl, org, user, mentorId, range } = query;
    const identity = { baseUrl, org, user, mentorId, keyFingerprint };
    const name = JSON.stringify([identityKey(identity), query.keyOwner, rangeKey(range)]);
    for (;;) {
      const due = dueCards(await deps.readCards(identity, range), query, deps.now());
      if (due.length === 0) return ok(null);
      const running = readings.get(name);
      if (running && mayJoin(running, due, query)) return running.end;
      if (running) {
        await running.end;
        continue;
      }
      const end = run(deps, query, identity, caller.value).finally(() => readings.delete(name));
      readings.set(name, { due, begunMs: deps.now(), end });
      return end;
    }
  };
}

/** A reading that is under way. */
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
): Promise<Result<null>> {
  const nowMs = deps.now();
  const cards = await deps.readCards(identity, query.range);
  const request: CardRequest = {
    caller,
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
