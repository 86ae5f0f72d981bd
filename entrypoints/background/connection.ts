import type { Caller, Client, Cost, Scheme } from '@/utils/api/client';
import type { Failure, Result } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages';
import type { UsableKey } from './refresh';
import { explained, lines } from './report';

/** What is tested: the key in a slot of the vault against a deployment. */
export interface TestQuery {
  /** The profile's id, or the slot of a key that is not saved yet. */
  slot: string;
  baseUrl: string;
  organization: string;
  user: string | null;
  keyOwner: string | null;
}

/** What a test of the connection works with; its client's doors ignore an earlier rejection. */
export interface TestWorld {
  client: Client;
  now(): number;
  readKey(slot: string): Promise<Result<UsableKey>>;
  checkAccess(baseUrl: string): Promise<Failure | null>;
  setScheme(slot: string, scheme: Scheme): Promise<void>;
  setRejected(keyFingerprint: string, rejected: boolean): Promise<void>;
}

const OPERATION_TIMEOUT_MS = 15_000;
const DAY_MS = 24 * 60 * 60_000;
const schemes: Scheme[] = ['Api-Token', 'Api-Key', 'Token'];
/** The path must name somebody; where no user is known yet, this name stands for one. */
const ANYBODY = 'me';

/**
 * Makes real calls with a key and says which of key, organization, host or permission is wrong.
 * A deployment that refuses `Api-Token` is tried with the schemes that others take.
 */
export async function testConnection(
  world: TestWorld,
  query: TestQuery,
): Promise<ConnectionReport> {
  const denied = await world.checkAccess(query.baseUrl);
  if (denied !== null) return explained(denied);
  const key = await world.readKey(query.slot);
  if (!key.ok) return explained(key.failure);

  const nowMs = world.now();
  const user = query.user ?? query.keyOwner;
  const caller: Caller = {
    baseUrl: query.baseUrl,
    org: query.organization,
    pathUser: query.keyOwner ?? user ?? ANYBODY,
    user: user ?? ANYBODY,
    apiKey: key.value.apiKey,
    keyFingerprint: key.value.fingerprint,
    scheme: key.value.scheme,
    deadlineMs: nowMs + OPERATION_TIMEOUT_MS,
  };
  const { scheme, cost } = await probe(world.client, caller, nowMs);
  const costFailure = cost.ok ? null : cost.failure;
  if (costFailure?.kind === 'key-rejected') {
    await world.setRejected(caller.keyFingerprint, true);
    return explained(costFailure);
  }
  if (costFailure && costFailure.kind !== 'forbidden' && costFailure.kind !== 'not-found') {
    return explained(costFailure);
  }
  await world.setRejected(caller.keyFingerprint, false);
  if (scheme !== caller.scheme) await world.setScheme(query.slot, scheme);

  const [cohorts, feedback] = await askSeries(world.client, { ...caller, scheme }, nowMs);
  if (costFailure && cohorts && feedback) {
    return explained(costFailure, { cohorts, cost: costFailure, feedback });
  }
  // Nobody is called `me`: that this user's cost is unknown says nothing.
  const untold = user === null && costFailure?.kind === 'not-found';
  const figures = { cohorts, cost: untold ? undefined : costFailure, feedback };
  return {
    works: true,
    scheme,
    lines: lines({ host: null, key: null, organization: null, ...figures }),
  };
}

/** The user's cost of the last day, with each scheme in turn until one is not refused. */
async function probe(client: Client, caller: Caller, nowMs: number) {
  const span = { startMs: nowMs - DAY_MS, endMs: nowMs };
  const others = schemes.filter((scheme) => scheme !== caller.scheme);
  let cost: Result<Cost> = await client.cost(caller, span);
  for (const scheme of others) {
    if (cost.ok || cost.failure.kind !== 'key-rejected') break;
    const next = await client.cost({ ...caller, scheme }, span);
    if (next.ok || next.failure.kind !== 'key-rejected') return { scheme, cost: next };
    cost = next;
  }
  return { scheme: caller.scheme, cost };
}

/** Why the cohorts and the feedback of the last day can't be had, or null for each that can. */
async function askSeries(client: Client, caller: Caller, nowMs: number) {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const days = { startDate: dayOf(nowMs - DAY_MS), endDate: dayOf(nowMs + DAY_MS) };
  const query = { ...days, aggregation: 'daily', mentorId: null } as const;
  const answers = await Promise.all([
    client.cohorts(caller, query),
    client.feedback(caller, query),
  ]);
  const [cohorts, feedback] = answers.map((answer) => (answer.ok ? null : answer.failure));
  return [cohorts ?? null, feedback ?? null] as const;
}
