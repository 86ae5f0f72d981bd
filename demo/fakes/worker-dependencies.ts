import { createAsk } from '@/utils/api/ask';
import type { Capabilities, CapabilityStore } from '@/utils/api/capabilities/capabilities';
import { createCapabilityDetector } from '@/utils/api/capabilities/detector';
import { createClient } from '@/utils/api/client';
import type { CardStates } from '@/utils/cards/state';
import { type Failure, fail, ok } from '@/utils/failure';
import { rangeKey } from '@/utils/figures/range';
import { type Identity, identityKey } from '@/utils/page/identity';
import type { KeyUse, StoredRefusal } from '@/utils/store/snapshots/breakers';
import type { BreakerState } from '../../entrypoints/background/breaker-state';
import {
  type BreakerStore,
  createCircuitBreakers,
} from '../../entrypoints/background/circuit-breaker';
import {
  createRefresh,
  type RefreshDeps,
  type RefreshQuery,
} from '../../entrypoints/background/refresh';
import { believable, type Reply } from './fake-api';

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

/** Awaited before each step of a worker between which other work can run. */
export type Turn = (what: string) => Promise<void>;

const useKey = ({ keyFingerprint, baseUrl, org, pathUser, user }: KeyUse) =>
  JSON.stringify([keyFingerprint, baseUrl, org, pathUser, user]);

const atOnce: Turn = async () => undefined;

/** Lets everything run that is ready, however long the chain. */
export const settle = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 0));
};

/** The capabilities of a deployment of the first generation. */
const firstKnown = (atMs: number): Capabilities => ({
  ...Object.fromEntries(
    ['cohorts', 'cost', 'feedback'].map((name) => [name, { state: 'served', atMs }]),
  ),
  ...Object.fromEntries(
    ['financial', 'users', 'ratings'].map((name) => [name, { state: 'missing', atMs }]),
  ),
});

/**
 * Dependencies with an API that replies as told; `worker()` begins a new worker over the same storage. Its
 * deployment is known to be of the first generation unless other capabilities are given.
 */
export function fakeDeps(first: Reply = believable, capabilities: Capabilities | null = null) {
  const requests: URL[] = [];
  const announced: string[] = [];
  /** For each writing the key that was saved then, and the one it was written for. */
  const writtenFor: [string | null, string][] = [];
  const snapshots = new Map<string, CardStates>();
  const spans = new Map<string, number>();
  const gates = new Map<string, BreakerState>();
  const limits = new Map<string, number>();
  const refusals = new Map<string, StoredRefusal>();
  const served = new Map<string, Capabilities>();
  /** Tests of another matter know already that new users add up. */
  const addsUp = new Map<string, { is: boolean; atMs: number }>(
    capabilities === null
      ? ['hourly', 'daily'].map((parts) => [
          `${query.baseUrl} ${query.org} ${parts}`,
          { is: true, atMs: Number.POSITIVE_INFINITY },
        ])
      : [],
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
  const gateStore: BreakerStore = {
    readHost: async (host) => gates.get(host) ?? null,
    writeHost: async (host, gate) => void gates.set(host, gate),
    readLimit: async (host, key) => limits.get(`${host} ${key}`) ?? 0,
    writeLimit: async (host, key, untilMs) => void limits.set(`${host} ${key}`, untilMs),
    readRefusal: async (use) => refusals.get(useKey(use)) ?? null,
    writeRefusal: async (use, refusal) =>
      void (refusal ? refusals.set(useKey(use), refusal) : refusals.delete(useKey(use))),
  };
  const deployment = ({ baseUrl, org }: { baseUrl: string; org: string }) => `${baseUrl} ${org}`;
  const servedStore: CapabilityStore = {
    read: async (at) => served.get(deployment(at)) ?? capabilities ?? firstKnown(startMs),
    write: async (at, after) => void served.set(deployment(at), after),
  };
  const nameOf = (identity: Identity, range: RefreshQuery['range']) =>
    `${identityKey(identity)} ${rangeKey(range)}`;

  const now = () => state.clock();
  const scoutOf = (forTest: boolean) =>
    createCapabilityDetector(servedStore, now, { recheck: forTest });
  const client = (forTest = false, turn: Turn = atOnce, detector = scoutOf(forTest)) => {
    const doors = createCircuitBreakers(gateStore, now, async () => undefined);
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

  const worldOf = (turn: Turn = atOnce): RefreshDeps => {
    const detector = scoutOf(false);
    return {
      client: client(false, turn, detector),
      capabilities: detector,
      readCapabilities: servedStore.read,
      addsUp: {
        read: async (at, parts) => {
          const found = addsUp.get(`${deployment(at)} ${parts}`);
          return found && now() - found.atMs < 24 * 3_600_000 ? found.is : null;
        },
        write: async (at, parts, is) =>
          void addsUp.set(`${deployment(at)} ${parts}`, { is, atMs: now() }),
      },
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
      spanCosts: (identity) => ({
        read: async (wanted) =>
          wanted.map(({ startMs: from, endMs }) =>
            spans.get(`${identityKey({ ...identity, mentorId: null })} ${from} ${endMs}`),
          ),
        write: ({ startMs: from, endMs }, cost) =>
          turn('write a span').then(() =>
            spans.set(`${identityKey({ ...identity, mentorId: null })} ${from} ${endMs}`, cost),
          ),
        drop: ({ startMs: from, endMs }) =>
          turn('drop a span').then(() =>
            spans.delete(`${identityKey({ ...identity, mentorId: null })} ${from} ${endMs}`),
          ),
      }),
    };
  };
  const worker = (turn: Turn = atOnce) => createRefresh(worldOf(turn));

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
    worldOf,
    worker,
    cards,
    asked,
  };
}
