import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { deleteEntry, readEntry, withCache, writeEntry } from './db';
import { deletePrivate, entriesFor } from './private-entries';
import { sweepEntries } from './sweep-entries';

const breakerSchema = z.object({
  notBeforeMs: z.number(),
  failures: z.number(),
  openUntilMs: z.number(),
  status: z.number(),
});

/**
 * The state of a host's circuit breaker; it is stored because the next worker must respect it too.
 */
export type StoredBreaker = z.infer<typeof breakerSchema>;

const limitSchema = z.number();
const refusalSchema = z.object({ atMs: z.number(), final: z.boolean() });

/**
 * A refusal of a use of a key, and its time (epoch ms); `final` where another attempt was refused
 * as well.
 */
export type StoredRefusal = z.infer<typeof refusalSchema>;

/**
 * One use of a key: the place, the organization, the caller and the user asked about. A 401 may be
 * caused by any of these ("not this organization's or user's"), so it is this use that counts as
 * refused, and not the key.
 */
export interface KeyUse {
  keyFingerprint: string;
  baseUrl: string;
  org: string;
  pathUser: string;
  user: string;
  isPrivate?: boolean | undefined;
}

/** Returns the circuit breaker of a host; null where none is stored or it cannot be read. */
export async function readBreaker(host: string): Promise<StoredBreaker | null> {
  const read = breakerSchema.safeParse(await readEntry('gates', `host ${host}`));
  return read.success ? read.data : null;
}

/** Stores the circuit breaker of a host. */
export async function writeBreaker(host: string, breaker: StoredBreaker): Promise<void> {
  await writeEntry('gates', `host ${host}`, breaker);
}

/** Deletes the circuit breaker of a host. */
export const deleteBreaker = (host: string): Promise<Result<null>> =>
  deleteEntry('gates', `host ${host}`);

/**
 * Returns the time (epoch ms) until which a host accepts no request with a key; 0 where none is
 * stored.
 */
export async function readLimit(host: string, fingerprint: string): Promise<number> {
  const read = limitSchema.safeParse(await readEntry('gates', `limit ${fingerprint} ${host}`));
  return read.success ? read.data : 0;
}

/** Stores the time until which a host accepts no request with a key. */
export async function writeLimit(host: string, fingerprint: string, ms: number): Promise<void> {
  await writeEntry('gates', `limit ${fingerprint} ${host}`, ms);
}

/** Deletes the time until which a host accepts no request with a key. */
export const deleteLimit = (host: string, fingerprint: string): Promise<Result<null>> =>
  deleteEntry('gates', `limit ${fingerprint} ${host}`);

const refusalsOf = (fingerprint: string) => `refused ${fingerprint} `;
const refusalKey = ({ keyFingerprint, baseUrl, org, pathUser, user }: KeyUse) =>
  refusalsOf(keyFingerprint) + JSON.stringify([baseUrl, org, pathUser, user]);

/** Returns the refusal of this use of a key; null where there was none or it was cleared. */
export async function readRefusal(use: KeyUse): Promise<StoredRefusal | null> {
  const read = refusalSchema.safeParse(await entriesFor(use).read('gates', refusalKey(use)));
  return read.success ? read.data : null;
}

/** Stores that a use of a key was refused; null removes the refusal. */
export async function writeRefusal(use: KeyUse, refusal: StoredRefusal | null): Promise<void> {
  if (refusal === null) await entriesFor(use).delete('gates', refusalKey(use));
  else await entriesFor(use).write('gates', refusalKey(use), refusal);
}

/** Removes every refusal of a key, after the key was saved or a test has shown that it is valid. */
export async function clearRefusals(fingerprint: string): Promise<void> {
  const first = refusalsOf(fingerprint);
  await Promise.all([
    withCache((db) => db.delete('gates', IDBKeyRange.bound(first, `${first}\uffff`))),
    deletePrivate('gates', first),
  ]);
}

/**
 * Deletes the times that are over, the state of hosts that may be asked again, and the refusals of
 * keys that are not among the stored ones (null where these are unknown).
 */
export const sweepBreakers = (nowMs: number, fingerprints: string[] | null): Promise<void> =>
  sweepEntries('gates', (value, key) => {
    if (key.startsWith('refused ')) {
      return fingerprints?.every((one) => !key.startsWith(refusalsOf(one))) ?? false;
    }
    const host = breakerSchema.safeParse(value);
    const limit = limitSchema.safeParse(value);
    const { notBeforeMs, openUntilMs } = host.success
      ? host.data
      : { notBeforeMs: 0, openUntilMs: 0 };
    return Math.max(notBeforeMs, openUntilMs, limit.success ? limit.data : 0) <= nowMs;
  });
