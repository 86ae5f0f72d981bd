import type { Capabilities, CapabilityStore } from '@/utils/api/capabilities/capabilities';
import type { CardStates } from '@/utils/cards/state';
import { rangeKey } from '@/utils/figures/time/range';
import { type Identity, identityKey } from '@/utils/identity';
import type { KeyUse, StoredRefusal } from '@/utils/store/snapshots/breakers';
import type { BreakerState } from '../../entrypoints/background/circuit-breaker/breaker-state';
import type { BreakerStore } from '../../entrypoints/background/circuit-breaker/circuit-breaker';
import type { RefreshDeps } from '../../entrypoints/background/refresh/refresh';

/** Awaited before each step of a worker between which other work can run. */
export type Turn = (what: string) => Promise<void>;

/** Whether users of a deployment add up, and when that was found out (epoch ms). */
export type StoredAddsUp = Map<string, { is: boolean; atMs: number }>;

const ADDS_UP_FOR_MS = 7 * 24 * 3_600_000;

const deployment = ({ baseUrl, org }: { baseUrl: string; org: string }) => `${baseUrl} ${org}`;

const keyUse = ({ keyFingerprint, baseUrl, org, pathUser, user }: KeyUse) =>
  JSON.stringify([keyFingerprint, baseUrl, org, pathUser, user]);

/** The name of a stored snapshot. */
export const nameOf = (
  identity: Identity,
  range: Parameters<RefreshDeps['readCards']>[1],
): string => `${identityKey(identity)} ${rangeKey(range)}`;

/** The capabilities of a deployment of the first generation. */
export const firstKnown = (atMs: number): Capabilities => ({
  ...Object.fromEntries(
    ['cohorts', 'cost', 'feedback'].map((name) => [name, { state: 'served', atMs }]),
  ),
  ...Object.fromEntries(
    ['financial', 'users', 'ratings'].map((name) => [name, { state: 'missing', atMs }]),
  ),
});

/** The stores of a worker, kept in memory; `known` are the capabilities of every deployment at first. */
export function fakeStores(known: Capabilities, addsUp: StoredAddsUp, now: () => number) {
  const snapshots = new Map<string, CardStates>();
  const spans = new Map<string, number>();
  const hosts = new Map<string, BreakerState>();
  const limits = new Map<string, number>();
  const refusals = new Map<string, StoredRefusal>();
  const served = new Map<string, Capabilities>();

  const breakerStore: BreakerStore = {
    readHost: async (host) => hosts.get(host) ?? null,
    writeHost: async (host, state) => void hosts.set(host, state),
    readLimit: async (host, key) => limits.get(`${host} ${key}`) ?? 0,
    writeLimit: async (host, key, untilMs) => void limits.set(`${host} ${key}`, untilMs),
    readRefusal: async (use) => refusals.get(keyUse(use)) ?? null,
    writeRefusal: async (use, refusal) =>
      void (refusal ? refusals.set(keyUse(use), refusal) : refusals.delete(keyUse(use))),
  };
  const servedStore: CapabilityStore = {
    read: async (at) => served.get(deployment(at)) ?? known,
    write: async (at, after) => void served.set(deployment(at), after),
  };
  const addsUpStore: RefreshDeps['addsUp'] = {
    read: async (at, parts) => {
      const found = addsUp.get(`${deployment(at)} ${parts}`);
      return found && now() - found.atMs < ADDS_UP_FOR_MS ? found.is : null;
    },
    write: async (at, parts, is) =>
      void addsUp.set(`${deployment(at)} ${parts}`, { is, atMs: now() }),
  };
  const spanCosts =
    (turn: Turn): RefreshDeps['spanCosts'] =>
    (identity) => {
      const ofAll = identityKey({ ...identity, mentorId: null });
      const spanName = ({ startMs, endMs }: { startMs: number; endMs: number }) =>
        `${ofAll} ${startMs} ${endMs}`;
      return {
        read: async (wanted) => wanted.map((span) => spans.get(spanName(span))),
        write: (span, cost) => turn('write a span').then(() => spans.set(spanName(span), cost)),
        drop: (span) => turn('drop a span').then(() => spans.delete(spanName(span))),
      };
    };
  return { snapshots, spans, refusals, addsUp, breakerStore, servedStore, addsUpStore, spanCosts };
}
