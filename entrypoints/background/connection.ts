import type { Scheme } from '@/utils/api/ask';
import type { Client } from '@/utils/api/client';
import type { Failure, Result } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import type { KeyUse } from '@/utils/store/snapshots/breakers';
import { callerOf, type UsableKey } from './caller';
import { offersIn, probeFigures, probeKey } from './probe';
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
export interface TestDeps {
  client: Client;
  now(): number;
  readKey(slot: string): Promise<Result<UsableKey>>;
  checkAccess(baseUrl: string): Promise<Failure | null>;
  setScheme(slot: string, scheme: Scheme): Promise<void>;
  /** Remembers that this use of a key is refused, until it is tested or saved again. */
  setRefused(use: KeyUse): Promise<void>;
  clearRefusals(keyFingerprint: string): Promise<void>;
}

/** The path must name somebody; where no user is known yet, this name stands for one. */
const ANYBODY = 'me';

/**
 * Makes real calls with a key and says which of key, organization, host or permission is wrong.
 * A deployment that refuses `Api-Token` is tried with the schemes that others take, and every operation
 * that it may have or lack is asked once, whatever was known of it.
 */
export async function testConnection(deps: TestDeps, query: TestQuery): Promise<ConnectionReport> {
  const denied = await deps.checkAccess(query.baseUrl);
  if (denied !== null) return explained(denied);
  const key = await deps.readKey(query.slot);
  if (!key.ok) return explained(key.failure);

  const nowMs = deps.now();
  const user = query.user ?? query.keyOwner;
  const caller = callerOf(
    {
      baseUrl: query.baseUrl,
      org: query.organization,
      user: user ?? ANYBODY,
      keyOwner: query.keyOwner,
    },
    key.value,
    nowMs,
  );
  const { scheme, answer } = await probeKey(deps.client, caller, nowMs);
  const failure = answer.ok ? null : answer.failure;
  if (failure?.kind === 'key-rejected') {
    await deps.setRefused(caller);
    return explained(failure);
  }
  if (failure && !isAboutFigures(failure)) return explained(failure);
  await deps.clearRefusals(caller.keyFingerprint);
  if (scheme !== caller.scheme) await deps.setScheme(query.slot, scheme);

  const probed = await probeFigures(deps.client, { ...caller, scheme }, nowMs);
  const figures = {
    cohorts: either(probed.cohorts, probed.users),
    cost: either(probed.cost, probed.financial),
    feedback: either(probed.feedback, probed.ratings),
  };
  if (failure && figures.cohorts && figures.cost && figures.feedback) {
    return { ...explained(failure, figures), ...offersIn(probed) };
  }
  // Nobody is called `me`: that this user's cost is unknown says nothing.
  const untold = user === null && figures.cost?.kind === 'not-found';
  const passed = { host: null, key: null, organization: null };
  return {
    works: true,
    scheme,
    lines: lines({ ...passed, ...figures, cost: untold ? undefined : figures.cost }),
    ...offersIn(probed),
  };
}

/** Failures after which other figures may still be had. */
const ABOUT_FIGURES: Failure['kind'][] = [
  'forbidden',
  'out-of-credit',
  'bad-request',
  'not-found',
  'not-served',
  'no-figure',
];
const isAboutFigures = ({ kind }: Failure): boolean => ABOUT_FIGURES.includes(kind);

/** What is wrong with a figure that two operations may have; null where one of them answers. */
function either(first: Failure | null, second: Failure | null): Failure | null {
  if (first === null || second === null) return null;
  return first.kind === 'not-served' ? second : first;
}
