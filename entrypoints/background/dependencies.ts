import { createAsk } from '@/utils/api/ask';
import { baseAnswer } from '@/utils/api/base-answer';
import { createCapabilityDetector } from '@/utils/api/capabilities/detector';
import { writeBehind } from '@/utils/api/capabilities/write-behind';
import { createClient } from '@/utils/api/client';
import { createSingleFlight } from '@/utils/api/http/single-flight';
import { fail, ok, type Result } from '@/utils/failure';
import { identityKey } from '@/utils/identity';
import { announce } from '@/utils/store/changes';
import type { KeyPlace, Slot } from '@/utils/store/keys/key-record';
import { keepScheme, keyOf } from '@/utils/store/keys/keys';
import { type KeyRecords, readRecords } from '@/utils/store/keys/vault-db';
import { type Profile, profileAt } from '@/utils/store/settings/profile';
import { readSettings } from '@/utils/store/settings/settings';
import { readAddsUp } from '@/utils/store/snapshots/adds-up';
import {
  clearRefusals,
  readBreaker,
  readLimit,
  readRefusal,
} from '@/utils/store/snapshots/breakers';
import { readCapabilities } from '@/utils/store/snapshots/capabilities';
import { readMentor } from '@/utils/store/snapshots/mentors';
import { changeSnapshot, dropSnapshot, readSnapshot } from '@/utils/store/snapshots/snapshots';
import { dropSpanCost, readSpanCosts, writeSpanCost } from '@/utils/store/snapshots/spans';
import { checkAccess, mayAsk, mayTry } from './caller/access';
import type { UsableKey } from './caller/caller';
import { isCurrentKey, keptForKey } from './caller/kept-for-key';
import { createCircuitBreakers } from './circuit-breaker/circuit-breaker';
import type { TestDeps } from './connection/connection';
import type { MentorDeps } from './lookups/mentor';
import type { RefreshDeps } from './refresh/refresh';

const http = {
  fetch: (input: RequestInfo | URL) => fetch(input),
  now: Date.now,
  online: () => navigator.onLine,
  // Random, so that requests which failed together are not repeated together.
  backOffMs: (retry: number) => 300 * 2 ** (retry - 1) * (0.75 + Math.random() / 2),
};

const breakerOf = createCircuitBreakers(
  {
    readHost: readBreaker,
    writeHost: async (...host) => void (await keptForKey.host(...host)),
    readLimit,
    writeLimit: async (...limit) => void (await keptForKey.limit(...limit)),
    readRefusal,
    writeRefusal: async (use, refusal) => void (await keptForKey.refusal(use, refusal)),
  },
  Date.now,
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
);
const servedStore = writeBehind({
  read: readCapabilities,
  write: async (...found) => void (await keptForKey.capabilities(...found)),
});
const detector = createCapabilityDetector(servedStore, Date.now);
const client = createClient(createAsk(http, breakerOf, detector, mayAsk));
/** The test of a key asks although the key was rejected before, and what was missing before. */
const testClient = createClient(
  createAsk(
    http,
    (host, caller) => breakerOf(host, caller, { recheck: true }),
    createCapabilityDetector(servedStore, Date.now, { recheck: true }),
    mayTry,
  ),
);

async function keyIn(
  slot: Slot,
  place: KeyPlace,
  records?: Promise<KeyRecords | null>,
): Promise<Result<UsableKey>> {
  const key = await keyOf(slot, place, records);
  return key.ok
    ? ok({ apiKey: key.value.apiKey, fingerprint: key.value.fingerprint, scheme: key.value.scheme })
    : key;
}

/** An organization and the base URL of its API. */
interface Place {
  baseUrl: string;
  org: string;
}

/** The profile that an organization is asked by; null where there is none, `storage` where nobody can tell now. */
export async function profileAtPlace(place: Place): Promise<Result<Profile | null>> {
  const read = await readSettings();
  if (read.state === 'unread') return fail({ kind: 'storage' });
  return ok(read.state === 'ok' ? profileAt(read.settings.profiles, place) : null);
}

/** Calls the function with the key's owner, if the options page names one. */
export async function withKeyOwner<T>(
  place: Place,
  work: (keyOwner: string | null) => Promise<Result<T>>,
): Promise<Result<T>> {
  const profile = await profileAtPlace(place);
  return profile.ok ? work(profile.value?.keyOwner ?? null) : profile;
}

/** The key that was saved for an organization at its base URL; it goes nowhere else. */
async function readKey(place: Place): Promise<Result<UsableKey>> {
  // Beside the settings, which tell whose key it is: the vault takes longest to open.
  const records = readRecords();
  const profile = await profileAtPlace(place);
  if (!profile.ok) return profile;
  const { baseUrl, org: organization } = place;
  return profile.value
    ? keyIn(profile.value.id, { baseUrl, organization }, records)
    : fail({ kind: 'no-key' });
}

/** The real dependencies of the worker; tests pass others. */
export const deps: RefreshDeps & MentorDeps = {
  client,
  capabilities: detector,
  readCapabilities: servedStore.read,
  addsUp: {
    read: (deployment, parts) => readAddsUp(deployment, parts),
    write: async (...found) => void (await keptForKey.addsUp(...found)),
  },
  now: Date.now,
  readKey,
  isCurrentKey,
  checkAccess,
  readCards: async (identity, range) => (await readSnapshot(identity, range))?.cards ?? {},
  changeCards: changeSnapshot,
  dropCards: dropSnapshot,
  announce: (identity) => announce({ kind: 'snapshot', identityKey: identityKey(identity) }),
  spanCosts: (identity) => ({
    read: (spans) => readSpanCosts(identity, spans),
    write: (span, cost) => writeSpanCost(identity, span, cost),
    drop: (span) => dropSpanCost(identity, span),
  }),
  readCached: readMentor,
  writeCached: async (name, mentor, fingerprint) =>
    void (await keptForKey.mentor(fingerprint, name, mentor)),
};

/** The dependencies of a connection test. */
export const testDeps: TestDeps = {
  client: testClient,
  now: Date.now,
  readKey: (slot, place) => keyIn(slot, place),
  checkAccess,
  setScheme: async (...found) => void (await keepScheme(...found)),
  setRefused: async (use) =>
    void (await keptForKey.refusal(use, { atMs: Date.now(), final: true })),
  clearRefusals,
  lookAt: async (baseUrl, org) =>
    (await checkAccess(baseUrl)) ? 'unreachable' : baseAnswer(baseUrl, org, http),
  flight: createSingleFlight(),
};
