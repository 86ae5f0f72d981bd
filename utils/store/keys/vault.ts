import { deleteDB } from 'idb';
import { fail, ok, type Result } from '@/utils/failure';
import { settled } from '../settled';
import { changeKeys, type Keys } from './change-keys';
import { decryptKey, encryptKey } from './encrypt';
import { fingerprintOf } from './fingerprint';
import {
  CANDIDATE,
  type KeyMeta,
  type KeyPlace,
  metaOf,
  parseRecord,
  RULED,
  type Scheme,
  type Slot,
} from './key-record';
import { type KeyRecords, readRecords, VAULT_NAME } from './vault-db';

/** Changes the vault as `changeKeys` does; returns no value. */
async function change(work: (keys: Keys) => Promise<unknown>): Promise<Result<null>> {
  const done = await changeKeys(work);
  return done.ok ? ok(null) : done;
}

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
    const meta = metaOf({ last4: apiKey.slice(-4), fingerprint, scheme: 'Api-Token', place });
    return { meta, rest: await encryptKey(apiKey) };
  });
  if (!made.ok) return made;
  const { meta, rest } = made.value;
  const saved = await changeKeys((keys) => keys.put({ ...meta, ...rest }, slot));
  return saved.ok ? ok(meta) : saved;
}

/**
 * Returns the decrypted key, for the worker only. Returns `no-key` where none is stored or the
 * stored one is damaged, so that it must be entered again, and `storage` where the vault cannot be
 * opened now.
 */
export async function readKey(
  slot: Slot,
  records: Promise<KeyRecords | null> = readRecords(),
): Promise<Result<KeyMeta & { apiKey: string }>> {
  const found = await records;
  if (found === null) return fail({ kind: 'storage' });
  const record = parseRecord(found.find(([name]) => name === slot)?.[1]);
  const opened = record && (await settled(() => decryptKey(record)));
  if (!record || !opened?.ok) return fail({ kind: 'no-key' });
  return ok({ ...metaOf(record), apiKey: opened.value });
}

/** Stores the scheme of the header for the key of this fingerprint, if it is still in its slot. */
export const setScheme = (slot: Slot, fingerprint: string, scheme: Scheme): Promise<Result<null>> =>
  change(async (keys) => {
    if (slot === RULED) return keys.put({ fingerprint, scheme }, slot);
    const record = parseRecord(await keys.get(slot));
    if (record?.fingerprint === fingerprint) await keys.put({ ...record, scheme }, slot);
  });

/**
 * Adds the place of its slot to each key that has none yet. Call it before the profiles are
 * changed: afterwards the place for which such a key was saved is unknown.
 */
export const bindKeys = (places: Record<Slot, KeyPlace>): Promise<Result<null>> =>
  forEach(async (keys, slot, record) => {
    const place = places[slot];
    if (record && !record.place && place) await keys.put({ ...record, place }, slot);
  });

/** Removes the keys of all other slots but the one that is being tested. */
export const keepKeysOf = (slots: Slot[]): Promise<Result<null>> =>
  forEach(async (keys, slot) => {
    if (![CANDIDATE, RULED, ...slots].includes(slot)) await keys.delete(slot);
  });

const forEach = (
  work: (keys: Keys, slot: Slot, record: ReturnType<typeof parseRecord>) => Promise<void>,
): Promise<Result<null>> =>
  change(async (keys) => {
    for (const slot of await keys.getAllKeys()) {
      await work(keys, slot, parseRecord(await keys.get(slot)));
    }
  });

/** Removes a slot's key. */
export const deleteKey = (slot: Slot): Promise<Result<null>> => change((keys) => keys.delete(slot));

/** Removes every key and the database itself. */
export async function wipeVault(): Promise<Result<null>> {
  const emptied = await change((keys) => keys.clear());
  const gone = await settled(() => deleteDB(VAULT_NAME));
  return gone.ok ? ok(null) : emptied;
}
