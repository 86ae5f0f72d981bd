import { createAsk } from '@/utils/api/ask';
import type { Capabilities } from '@/utils/api/capabilities/capabilities';
import { createCapabilityDetector } from '@/utils/api/capabilities/detector';
import { createClient } from '@/utils/api/client';
import { type Failure, fail, ok } from '@/utils/failure';
import { identityKey } from '@/utils/identity';
import { createCircuitBreakers } from '../../entrypoints/background/circuit-breaker/circuit-breaker';
import type { RefreshQuery } from '../../entrypoints/background/refresh/due-cards';
import { createRefresh, type RefreshDeps } from '../../entrypoints/background/refresh/refresh';
import { believable, type Reply } from './fake-api';
import { fakeStores, firstKnown, nameOf, type Turn } from './worker-stores';

/** For tests: storage that outlives workers, a clock that only the test moves, and an API. */
export const startMs = Date.UTC(2026, 2, 20, 12, 30);

export const query: RefreshQuery = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  keyOwner: null,
  mentorId: null,
  range: { kind: '7d' },
  newerThanMs: null,
};

const atOnce: Turn = async () => undefined;

/** Lets everything run that is ready, however long the chain. */
export const settle = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 0));
};

/**
 * Dependencies with an API that replies as told; `worker()` begins a new worker over the same storage. Its
 * deployment is known to be of the first generation unless other capabilities are given.
 */
export function fakeDeps(first: Reply = believable, capabilities: Capabilities | null = null) {
  const requests: URL[] = [];
  const announced: string[] = [];
  /** For each writing the key that was saved then, and the one it was written for. */
  const writtenFor: [string | null, string][] = [];
  /** Tests of another matter know already that new users add up. */
  const addsUpAtFirst = new Map(
    (capabilities === null ? ['hourly', 'daily'] : []).map((parts) => [
      `${query.baseUrl} ${query.org} ${parts}`,
      { is: true, atMs: Number.POSITIVE_INFINITY },
    ]),
  );
  const state = {
    nowMs: startMs,
    reply: first,
    key: 'key-1' as string | null,
    online: true,
    denied: null as Failure | null,
    writeFailure: null as Failure | null,
    clock: (): number => state.nowMs,
  };
  const now = () => state.clock();
  const stores = fakeStores(capabilities ?? firstKnown(startMs), addsUpAtFirst, now);
  const { snapshots, spans, refusals, addsUp, servedStore } = stores;
  const scoutOf = (forTest: boolean) =>
    createCapabilityDetector(servedStore, now, { recheck: forTest });
  const client = (forTest = false, turn: Turn = atOnce, detector = scoutOf(forTest)) => {
    const doors = createCircuitBreakers(stores.breakerStore, now, async () => undefined);
    const ask = createAsk(
      {
        fetch: async (input) => {
          const request = new Request(input);
          const url = new URL(request.url);
          requests.push(url);
          const reply = await state.reply(url, requests.length, request);
          await turn(`answer of ${url.href}`);
          return reply;
        },
        now,
        online: () => state.online,
        backOffMs: () => 0,
      },
      (host, caller) => doors(host, caller, { recheck: forTest }),
      detector,
      async () => state.denied,
    );
    return createClient(ask);
  };
  const readKey = async () =>
    state.key === null
      ? fail({ kind: 'no-key' })
      : ok({
          apiKey: `secret of ${state.key}`,
          fingerprint: state.key,
          scheme: 'Api-Token' as const,
        });

  const refreshDeps = (turn: Turn = atOnce): RefreshDeps => {
    const detector = scoutOf(false);
    return {
      client: client(false, turn, detector),
      capabilities: detector,
      readCapabilities: servedStore.read,
      addsUp: stores.addsUpStore,
      now,
      readKey: () => turn('read the key').then(readKey),
      isCurrentKey: (fingerprint) => turn('look at the key').then(() => fingerprint === state.key),
      checkAccess: async () => state.denied,
      readCards: (identity, range) =>
        turn('read').then(() => structuredClone(snapshots.get(nameOf(identity, range)) ?? {})),
      dropCards: (identity, range) =>
        turn('drop').then(() => snapshots.delete(nameOf(identity, range))),
      changeCards: async (identity, range, change) => {
        await turn('write');
        if (state.writeFailure !== null) return fail(state.writeFailure);
        writtenFor.push([state.key, identity.keyFingerprint]);
        const name = nameOf(identity, range);
        const cards = change(structuredClone(snapshots.get(name) ?? {}));
        if (cards) snapshots.set(name, structuredClone(cards));
        return ok(null);
      },
      announce: (identity) => void announced.push(identityKey(identity)),
      spanCosts: stores.spanCosts(turn),
    };
  };
  const worker = (turn: Turn = atOnce) => createRefresh(refreshDeps(turn));

  const cards = (over: Partial<RefreshQuery> = {}, keyFingerprint = 'key-1') => {
    const { baseUrl, org, user, mentorId, range } = { ...query, ...over };
    return snapshots.get(nameOf({ baseUrl, org, user, mentorId, keyFingerprint }, range)) ?? {};
  };
  /** How many requests went to each operation. */
  const asked = () => {
    const counts: Record<string, number> = {};
    for (const { pathname } of requests) {
      const operation = pathname.split('/').at(-2) ?? '';
      counts[operation] = (counts[operation] ?? 0) + 1;
    }
    return counts;
  };
  return {
    state,
    requests,
    announced,
    writtenFor,
    snapshots,
    spans,
    refusals,
    servedStore,
    addsUp,
    client,
    readKey,
    refreshDeps,
    worker,
    cards,
    asked,
  };
}
