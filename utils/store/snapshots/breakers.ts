import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { deleteEntry, readEntry, withCache, writeEntry } from './db';

const breakerSchema = z.object({
  notBeforeMs: z.number(),
  failures: z.number(),
  openUntilMs: z.number(),
  status: z.number(),
});

/** What keeps requests from a host; kept, as the next worker has to obey it too. */
export type StoredBreaker = z.infer<typeof breakerSchema>;

const limitSchema = z.number();
const refusalSchema = z.object({ atMs: z.number(), final: z.boolean() });

/** That a use of a key was refused, and when (epoch ms); `final` where asking again changed nothing. */
export type StoredRefusal = z.infer<typeof refusalSchema>;

/**
 * One use of a key: where, for which organization, in whose name and about whom. A 401 may be about any
 * of these ("not this organization's or user's"), so it is the use that is refused, and not the key.
 */
export interface KeyUse {
  keyFingerprint: string;
  baseUrl: string;
  org: string;
  pathUser: string;
  user: string;
}

/** The breaker of a host; null where none is stored that could be read. */
export async function readBreaker(host: string): Promise<StoredBreaker | null> {
  const read = breakerSchema.safeParse(await readEntry('gates', `host ${host}`));
  return read.success ? read.data : null;
}

/** Remembers the breaker of a host. */
export async function writeBreaker(host: string, breaker: StoredBreaker): Promise<void> {
  await writeEntry('gates', `host ${host}`, breaker);
}

/** Until when (epoch ms) a host wants no request with a key; 0 where nothing is stored. */
export async function readLimit(host: string, fingerprint: string): Promise<number> {
  const read = limitSchema.safeParse(await readEntry('gates', `limit ${fingerprint} ${host}`));
  return read.success ? read.data : 0;
}

/** Remembers until when a host wants no request with a key. */
export async function writeLimit(host: string, fingerprint: string, ms: number): Promise<void> {
  await writeEntry('gates', `limit ${fingerprint} ${host}`, ms);
}

/** Forgets until when a host wants no request with a key. */
export const deleteLimit = (host: string, fingerprint: string): Promise<Result<null>> =>
  deleteEntry('gates', `limit ${fingerprint} ${host}`);

const refusalsOf = (fingerprint: string) => `refused ${fingerprint} `;
const refusalKey = ({ keyFingerprint, baseUrl, org, pathUser, user }: KeyUse) =>
  refusalsOf(keyFingerprint) + JSON.stringify([baseUrl, org, pathUser, user]);

/** Whether the API refused this use of a key, and nothing has cleared that since. */
export async function readRefusal(use: KeyUse): Promise<StoredRefusal | null> {
  const read = refusalSchema.safeParse(await readEntry('gates', refusalKey(use)));
  return read.success ? read.data : null;
}

/** Remembers that a use of a key was refused, or (null) that it was not after all. */
export async function writeRefusal(use: KeyUse, refusal: StoredRefusal | null): Promise<void> {
  if (refusal === null) await deleteEntry('gates', refusalKey(use));
  else await writeEntry('gates', refusalKey(use), refusal);
}

/** Forgets every refusal of a key: it was saved, or a test has shown that it is good. */
export async function clearRefusals(fingerprint: string): Promise<void> {
  const first = refusalsOf(fingerprint);
  await withCache((db) => db.delete('gates', IDBKeyRange.bound(first, `${first}\uffff`)));
}
