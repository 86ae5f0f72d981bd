import type { Caller, Scheme } from '@/utils/api/ask';
import type { BaseAnswer } from '@/utils/api/base-answer';
import type { Client } from '@/utils/api/client';
import type { SingleFlight } from '@/utils/api/http/single-flight';
import type { Failure, Result } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import type { KeyUse } from '@/utils/store/snapshots/breakers';
import { callerOf, type UsableKey } from '../caller/caller';
import { evaluate } from './evaluate';
import { probeFigures, probeKey } from './probe';
import { explained } from './report';
import { verifyKey } from './verify-key';

/** The connection to test: a key in a slot of the vault, and a deployment. */
export interface TestQuery {
  /** The profile's id, or the slot of a key that is not saved yet. */
  slot: string;
  baseUrl: string;
  organization: string;
  user: string | null;
  keyOwner: string | null;
  /** True where the user is the one of a page in a private window. */
  isPrivate?: boolean | undefined;
}

/** The dependencies of a connection test; its client's circuit breakers ignore an earlier refusal. */
export interface TestDeps {
  client: Client;
  now(): number;
  /** The slot's key, where it was saved for just this base and organization. */
  readKey(
    slot: string,
    place: { baseUrl: string; organization: string },
  ): Promise<Result<UsableKey>>;
  checkAccess(baseUrl: string): Promise<Failure | null>;
  setScheme(slot: string, keyFingerprint: string, scheme: Scheme): Promise<void>;
  /** Remembers that this use of a key is refused, until it is tested or saved again. */
  setRefused(use: KeyUse): Promise<void>;
  clearRefusals(keyFingerprint: string): Promise<void>;
  /** Finds out, without a key, which kind of server answers at a base. */
  lookAt(baseUrl: string, org: string): Promise<BaseAnswer>;
  /** A page sends its command again while the answer is late: one test answers all. */
  flight: SingleFlight<ConnectionReport>;
}

/** The path must contain a user name; this one is used while no user is known. */
const ANYBODY = 'me';

/**
 * Makes real calls with a key and says which of key, organization, host or permission is wrong.
 * Whose key it is comes first, where the deployment tells. A deployment that refuses `Api-Token` is tried
 * with the schemes that others take, and every operation that it may have or lack is asked once, whatever
 * was known of it.
 */
export async function testConnection(deps: TestDeps, query: TestQuery): Promise<ConnectionReport> {
  const denied = await deps.checkAccess(query.baseUrl);
  if (denied !== null) return explained(denied);
  const key = await deps.readKey(query.slot, query);
  if (!key.ok) return explained(key.failure);
  return deps.flight(JSON.stringify([query, key.value.fingerprint]), async () => {
    const report = await tested(deps, query, key.value);
    // A gateway may answer a path that it does not know with an error of the server's.
    return report.field === 'baseUrl' || report.failure?.kind === 'server'
      ? withBetterBase(deps, query, report)
      : report;
  });
}

async function tested(deps: TestDeps, query: TestQuery, key: UsableKey): Promise<ConnectionReport> {
  const nowMs = deps.now();
  const user = query.user ?? query.keyOwner;
  const caller = callerOf(
    {
      baseUrl: query.baseUrl,
      org: query.organization,
      user: user ?? ANYBODY,
      keyOwner: query.keyOwner,
      isPrivate: query.isPrivate,
    },
    key,
    nowMs,
  );
  const verified = await verifyKey(deps.client, caller);
  const { scheme, answer } = isUntold(verified.answer)
    ? await probeKey(deps.client, caller, nowMs)
    : verified;
  const failure = answer.ok ? null : answer.failure;
  if (failure?.kind === 'key-rejected') {
    await deps.setRefused(caller);
    return explained(failure);
  }
  if (failure && !isAboutFigures(failure)) return explained(failure);
  await deps.clearRefusals(caller.keyFingerprint);
  if (scheme !== caller.scheme) {
    await deps.setScheme(query.slot, caller.keyFingerprint, scheme);
  }

  const owner = verified.answer.ok ? verified.answer.value.user : undefined;
  const inName: Caller = {
    ...caller,
    scheme,
    user: user ?? owner ?? ANYBODY,
    pathUser: query.keyOwner ?? owner ?? caller.pathUser,
  };
  const [organization, probed] = await Promise.all([
    deps.client.organization(inName),
    probeFigures(deps.client, inName, nowMs),
  ]);
  return evaluate({
    scheme,
    owner,
    keyOwner: query.keyOwner,
    isUserKnown: inName.user !== ANYBODY,
    organization: organization.ok ? null : organization.failure,
    probed,
  });
}

/** Whether the deployment doesn't say whose key it is: then only requests for figures can test the key. */
const isUntold = (answer: Result<unknown>): boolean =>
  !answer.ok && (isAboutFigures(answer.failure) || answer.failure.kind === 'bad-response');

/** Returns the same base with the prefix of the hosted API, which may be all that is missing. */
async function withBetterBase(
  deps: TestDeps,
  { baseUrl, organization }: TestQuery,
  report: ConnectionReport,
): Promise<ConnectionReport> {
  if (baseUrl.endsWith('/dm') || report.failure?.kind === 'offline') return report;
  const betterBaseUrl = `${baseUrl}/dm`;
  const answer = await deps.lookAt(betterBaseUrl, organization);
  return answer === 'api' ? { ...report, betterBaseUrl } : report;
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
