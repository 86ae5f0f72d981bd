import { deleteDB, type IDBPObjectStore } from 'idb';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { settled } from '../settled';
import { decryptKey, encryptKey, fingerprintOf, sealedSchema } from './encrypt';
import { type KeyRecords, readRecords, VAULT_NAME, type VaultSchema, withVault } from './vault-db';

/** The id of the profile that owns the key; `candidate` is the key that is being tested. */
export type Slot = string;

export const CANDIDATE: Slot = 'candidate';

const SCHEMES = ['Api-Token', 'Api-Key', 'Token'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The place that a key was saved for; it is sent to no other. */
export interface KeyPlace {
  baseUrl: string;
  organization: string;
}

const metaSchema = z.object({
  last4: z.string(),
  /** 16 hexadecimal digits of a hash, which identify the key without revealing it. */
  fingerprint: z.string(),
  /** The scheme of the `Authorization` header that the deployment expects. */
  scheme: z.enum(SCHEMES),
  /** Missing for a key that release 0.1.0 stored: see `bindKeys`. */
  place: z.optional(z.object({ baseUrl: z.string(), organization: z.string() })),
});

/** The metadata of a key, which may be shown and compared. */
export type KeyMeta = z.infer<typeof metaSchema>;

const recordSchema = z.extend(metaSchema, sealedSchema.shape);

type Keys = IDBPObjectStore<VaultSchema, ['keys'], 'keys', 'readwrite'>;

/**
 * Changes the vault in one transaction: if the worker is stopped, either all of the change is
 * stored or nothing.
 */
const change = <T>(work: (keys: Keys) => Promise<T>): Promise<Result<T>> =>
  withVault(async (db) => {
    const { store, done } = db.transaction('keys', 'readwrite');
    const [value] = await Promise.all([work(store), done]);
    return value;
  });

const parse = (value: unknown) => {
  const read = recordSchema.safeParse(value);
  return read.success ? read.data : null;
};

const without = <T>(done: Result<T>): Result<null> => (done.ok ? ok(null) : done);

/**
 * Encrypts and stores a key for a place, in place of the slot's old key; returns its metadata.
 * Without a place it is stored as older releases did.
 */
export async function saveKey(
  slot: Slot,
  apiKey: string,
  place?: KeyPlace,
): Promise<Result<KeyMeta>> {
  const made = await settled(async () => {
    const fingerprint = await fingerprintOf(apiKey);
    const first = { last4: apiKey.slice(-4), fingerprint, scheme: 'Api-Token' } as const;
    const meta: KeyMeta = place ? { ...first, place } : first;
    return { meta, rest: await encryptKey(apiKey) };
  });
  if (!made.ok) return made;
  const { meta, rest } = made.value;
  const saved = await change((keys) => keys.put({ ...meta, ...rest }, slot));
  return saved.ok ? ok(meta) : saved;
}

/**
 * Returns the decrypted key, for the worker only. Returns `no-key` where none is stored or the
 * stored one is damaged, so that it must be entered again, and `storage` where the vault cannot be
 * opened now.
 */
export async function readKey(slot: Slot): Promise<Result<KeyMeta & { apiKey: string }>> {
  const read = await withVault((db) => db.get('keys', slot));
  if (!read.ok) return read;
  const record = parse(read.value);
  const opened = record && (await settled(() => decryptKey(record)));
  if (!record || !opened?.ok) return fail({ kind: 'no-key' });
  return ok({ ...metaOf(record), apiKey: opened.value });
}

/**
 * Returns the metadata of each slot's key, without damaged ones; null where the vault cannot be
 * opened now. `records` are records that were read before.
 */
export async function readMetas(
  records: KeyRecords | null | Promise<KeyRecords | null> = readRecords(),
): Promise<Record<Slot, KeyMeta> | null> {
  const found = await records;
  if (found === null) return null;
  const metas: Record<Slot, KeyMeta> = {};
  for (const [slot, value] of found) {
    const record = parse(value);
    if (!record || slot === CANDIDATE) continue;
    metas[slot] = metaOf(record);
  }
  return metas;
}

function metaOf({ last4, fingerprint, scheme, place }: KeyMeta): KeyMeta {
  return { last4, fingerprint, scheme, ...(place ? { place } : {}) };
}

/** Whether a key is the one that is being tested. */
export async function isCandidate(fingerprint: string): Promise<boolean> {
  const records = (await readRecords()) ?? [];
  return records.some(
    ([slot, value]) => slot === CANDIDATE && parse(value)?.fingerprint === fingerprint,
  );
}

/** Stores the scheme of the `Authorization` header that the deployment expects. */
export async function setScheme(slot: Slot, scheme: Scheme): Promise<Result<null>> {
  const done = await change(async (keys) => {
    const record = parse(await keys.get(slot));
    if (record) await keys.put({ ...record, scheme }, slot);
  });
  return without(done);
}

/**
 * Adds the place of its slot to each key that has none yet. Call it before the profiles are
 * changed: afterwards the place for which such a key was saved is unknown.
 */
export const bindKeys = (places: Record<Slot, KeyPlace>): Promise<Result<null>> =>
  forEach(async (keys, slot, record) => {
    const place = places[slot];
    if (record && !record.place && place) await keys.put({ ...record, place }, slot);
  });

/** Removes the keys of all other slots; the key that is being tested stays. */
export const keepKeysOf = (slots: Slot[]): Promise<Result<null>> =>
  forEach(async (keys, slot) => {
    if (slot !== CANDIDATE && !slots.includes(slot)) await keys.delete(slot);
  });

const forEach = async (
  work: (keys: Keys, slot: Slot, record: ReturnType<typeof parse>) => Promise<void>,
): Promise<Result<null>> =>
  without(
    await change(async (keys) => {
      for (const slot of await keys.getAllKeys()) {
        await work(keys, slot, parse(await keys.get(slot)));
      }
    }),
  );

/**
 * Moves the tested key to a profile, for a place. Returns `no-key` where it no longer exists, as
 * another options page may have stored its own candidate; then the profile keeps its old key.
 */
export async function promoteCandidate(
  slot: Slot,
  apiKey: string,
  place?: KeyPlace,
): Promise<Result<null>> {
  const fingerprint = await fingerprintOf(apiKey);
  const done = await change(async (keys) => {
    const record = parse(await keys.get(CANDIDATE));
    if (record?.fingerprint !== fingerprint) return false;
    await keys.put(place ? { ...record, place } : record, slot);
    await keys.delete(CANDIDATE);
    return true;
  });
  return done.ok && !done.value ? fail({ kind: 'no-key' }) : without(done);
}

/** Removes a slot's key. */
export const deleteKey = async (slot: Slot): Promise<Result<null>> =>
  without(await change((keys) => keys.delete(slot)));

/** Removes every key and the database itself. */
export async function wipeVault(): Promise<Result<null>> {
  const emptied = await change((keys) => keys.clear());
  const gone = await settled(() => deleteDB(VAULT_NAME));
  return gone.ok ? ok(null) : without(emptied);
}
