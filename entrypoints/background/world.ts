import { browser } from 'wxt/browser';
import { createClient } from '@/utils/api/client';
import { originPattern, parseBaseUrl } from '@/utils/context/base-url';
import { identityKey } from '@/utils/context/identity';
import { type Failure, ok, type Result } from '@/utils/failure';
import { announce } from '@/utils/store/changes';
import { readGate, readRejected, writeGate, writeRejected } from '@/utils/store/gates';
import { readMentor, writeMentor } from '@/utils/store/mentors';
import { readSettings } from '@/utils/store/settings';
import { readSnapshot, writeSnapshot } from '@/utils/store/snapshots';
import { readSpanCosts, writeSpanCost } from '@/utils/store/spans';
import { readKey, readMeta, type Slot, setScheme } from '@/utils/store/vault';
import type { TestWorld } from './connection';
import { createDoors } from './gate';
import type { MentorWorld } from './mentor';
import type { RefreshWorld, UsableKey } from './refresh';

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
const client = createClient(http, doorOf);
/** The test of a key asks although the key was rejected before. */
const testClient = createClient(http, (host) => doorOf(host, null));

async function keyIn(slot: Slot): Promise<Result<UsableKey>> {
  const key = await readKey(slot);
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

/** The user whose key it is, where the options page names one. */
export async function keyOwner(): Promise<string | null> {
  const read = await readSettings();
  return read.state === 'ok' ? read.settings.keyOwner : null;
}

/** The worker's surroundings as they really are; tests give others. */
export const world: RefreshWorld & Omit<MentorWorld, 'readKey'> = {
  client,
  now: Date.now,
  readKey: () => keyIn('active'),
  isCurrentKey: async (fingerprint) => (await readMeta('active'))?.fingerprint === fingerprint,
  checkAccess,
  readCards: async (identity, range) => (await readSnapshot(identity, range))?.cards ?? {},
  writeCards: writeSnapshot,
  announce: (identity) => announce({ kind: 'snapshot', identityKey: identityKey(identity) }),
  spanCosts: (identity) => ({
    read: (spans) => readSpanCosts(identity, spans),
    write: async (span, cost) => void (await writeSpanCost(identity, span, cost)),
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
