import { browser } from 'wxt/browser';
import { createAsk } from '@/utils/api/ask';
import { createClient } from '@/utils/api/client';
import { eitherSource } from '@/utils/api/either';
import { createScout } from '@/utils/api/scout';
import { originPattern, parseBaseUrl } from '@/utils/context/base-url';
import { identityKey } from '@/utils/context/identity';
import { type Failure, fail, ok, type Result } from '@/utils/failure';
import { announce } from '@/utils/store/changes';
import { readGate, readRejected, writeGate, writeRejected } from '@/utils/store/gates';
import { keyOf, readKeyMetas } from '@/utils/store/keys';
import { readMentor, writeMentor } from '@/utils/store/mentors';
import { type Profile, profileAt } from '@/utils/store/profile';
import { readServed, writeServed } from '@/utils/store/served';
import { readSettings } from '@/utils/store/settings';
import { dropSnapshot, readSnapshot, writeSnapshot } from '@/utils/store/snapshots';
import { dropSpanCost, readSpanCosts, writeSpanCost } from '@/utils/store/spans';
import { type Slot, setScheme } from '@/utils/store/vault';
import type { UsableKey } from './caller';
import type { TestWorld } from './connection';
import { createDoors } from './gate';
import type { MentorWorld } from './mentor';
import type { RefreshWorld } from './refresh';

const http = {
  fetch: (input: RequestInfo | URL) => fetch(input),
  now: Date.now,
  online: () => navigator.onLine,
  // Spread out, so that requests which failed together don't come back together.
  backOffMs: (retry: number) => 300 * 2 ** (retry - 1) * (0.75 + Math.random() / 2),
};

const doorOf = createDoors(
  {
    readHost: readGate,
    writeHost: writeGate,
    isRejected: readRejected,
    setRejected: writeRejected,
  },
  Date.now,
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
);
const servedStore = { read: readServed, write: writeServed };
const scout = createScout(servedStore, Date.now);
const client = createClient(createAsk(http, doorOf, scout));
/** The test of a key asks although the key was rejected before, and what was missing before. */
const testClient = createClient(
  createAsk(
    http,
    (host) => doorOf(host, null),
    createScout(servedStore, Date.now, { recheck: true }),
  ),
);

async function keyIn(slot: Slot): Promise<Result<UsableKey>> {
  const key = await keyOf(slot);
  return key.ok
    ? ok({ apiKey: key.value.apiKey, fingerprint: key.value.fingerprint, scheme: key.value.scheme })
    : key;
}

/** Checked each time: permissions can be taken back while we run, and Firefox grants none by itself. */
async function checkAccess(baseUrl: string): Promise<Failure | null> {
  const base = parseBaseUrl(baseUrl);
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : '';
  const denied: Failure = { kind: 'host-not-allowed', host };
  if (!base.ok) return denied;
  const origins = [originPattern(base.baseUrl)];
  const granted = await browser.permissions.contains({ origins }).catch(() => false);
  return granted ? null : denied;
}

/** An organization, and where it is asked. */
interface Place {
  baseUrl: string;
  org: string;
}

/** The profile that an organization is asked by; null where there is none. */
export async function profileOf(place: Place): Promise<Profile | null> {
  const read = await readSettings();
  return read.state === 'ok' ? profileAt(read.settings.profiles, place) : null;
}

/** The user whose key it is, where the options page names one. */
export const keyOwner = async (place: Place): Promise<string | null> =>
  (await profileOf(place))?.keyOwner ?? null;

/** The key that was saved for an organization at its base URL; it goes nowhere else. */
async function readKey(place: Place): Promise<Result<UsableKey>> {
  const profile = await profileOf(place);
  return profile ? keyIn(profile.id) : fail({ kind: 'no-key' });
}

/** The worker's surroundings as they really are; tests give others. */
export const world: RefreshWorld & MentorWorld = {
  client,
  source: eitherSource(client, servedStore, scout),
  now: Date.now,
  readKey,
  isCurrentKey: async (fingerprint) =>
    Object.values(await readKeyMetas()).some((key) => key.fingerprint === fingerprint),
  checkAccess,
  readCards: async (identity, range) => (await readSnapshot(identity, range))?.cards ?? {},
  writeCards: writeSnapshot,
  dropCards: dropSnapshot,
  announce: (identity) => announce({ kind: 'snapshot', identityKey: identityKey(identity) }),
  spanCosts: (identity) => ({
    read: (spans) => readSpanCosts(identity, spans),
    write: (span, cost) => writeSpanCost(identity, span, cost),
    drop: (span) => dropSpanCost(identity, span),
  }),
  readCached: readMentor,
  writeCached: writeMentor,
};

/** The surroundings of a test of the connection. */
export const testWorld: TestWorld = {
  client: testClient,
  now: Date.now,
  readKey: keyIn,
  checkAccess,
  setScheme: async (slot, scheme) => void (await setScheme(slot, scheme)),
  setRejected: writeRejected,
};
