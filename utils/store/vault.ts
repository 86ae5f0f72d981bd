import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';

/**
 * The one place where the API key rests: IndexedDB of the extension's own origin, which no page and
 * no content script can open, encrypted with a key that can't be taken out of the browser.
 * `storage.local` would be open to content scripts, in Firefox always.
 */
interface VaultSchema extends DBSchema {
  keys: { key: string; value: unknown };
}

export const VAULT_NAME = 'lens-vault';

/** `active` is the saved key; `candidate` is one that is being tested. */
export type Slot = 'active' | 'candidate';

const SCHEMES = ['Api-Token', 'Api-Key', 'Token'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What may be shown and compared of a key. */
export interface KeyMeta {
  last4: string;
  /** 16 hexadecimal digits of a hash: names the key without telling it. */
  fingerprint: string;
  /** How the deployment wants the key announced. */
  scheme: Scheme;
}

const recordSchema = z.object({
  last4: z.string(),
  fingerprint: z.string(),
  scheme: z.enum(SCHEMES),
  iv: z.instanceof(Uint8Array),
  sealed: z.instanceof(ArrayBuffer),
  lock: z.instanceof(CryptoKey),
});
type VaultRecord = z.infer<typeof recordSchema>;

const TIMEOUT_MS = 2000;

async function withVault<T>(
  work: (db: IDBPDatabase<VaultSchema>) => Promise<T>,
): Promise<Result<T>> {
  let db: IDBPDatabase<VaultSchema> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the vault did not answer')), TIMEOUT_MS);
  });
  const opened = openDB<VaultSchema>(VAULT_NAME, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('keys');
    },
  });
  try {
    db = await Promise.race([opened, late]);
    return ok(await Promise.race([work(db), late]));
  } catch {
    return fail({ kind: 'storage' });
  } finally {
    clearTimeout(timer);
    // Nobody holds the vault open, so deleting it never waits.
    opened.then((late) => late.close()).catch(() => undefined);
  }
}

const parse = (value: unknown): VaultRecord | null => {
  const read = recordSchema.safeParse(value);
  return read.success ? read.data : null;
};

/** Encrypts and stores a key, replacing the slot's; gives what may be shown of it. */
export async function saveKey(slot: Slot, apiKey: string): Promise<Result<KeyMeta>> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    lock,
    new TextEncoder().encode(apiKey),
  );
  const meta: KeyMeta = {
    last4: apiKey.slice(-4),
    fingerprint: await fingerprintOf(apiKey),
    scheme: 'Api-Token',
  };
  const saved = await withVault((db) => db.put('keys', { ...meta, iv, sealed, lock }, slot));
  return saved.ok ? ok(meta) : saved;
}

/** The key in clear, for the worker alone; `no-key` where none is stored, `storage` where it is damaged. */
export async function readKey(slot: Slot): Promise<Result<KeyMeta & { apiKey: string }>> {
  const read = await withVault((db) => db.get('keys', slot));
  if (!read.ok) return read;
  if (read.value === undefined) return fail({ kind: 'no-key' });
  const record = parse(read.value);
  if (!record) return fail({ kind: 'no-key' });
  try {
    const { lock, iv, sealed, last4, fingerprint, scheme } = record;
    const clear = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: new Uint8Array(iv) },
      lock,
      sealed,
    );
    return ok({ last4, fingerprint, scheme, apiKey: new TextDecoder().decode(clear) });
  } catch {
    // GCM noticed a changed bit: the key has to be entered again.
    return fail({ kind: 'no-key' });
  }
}

/** What may be shown of a slot's key; null where there is none that could be used. */
export async function readMeta(slot: Slot = 'active'): Promise<KeyMeta | null> {
  const read = await withVault((db) => db.get('keys', slot));
  const record = read.ok ? parse(read.value) : null;
  return record && { last4: record.last4, fingerprint: record.fingerprint, scheme: record.scheme };
}

/** Remembers how the deployment wants the key announced. */
export async function setScheme(slot: Slot, scheme: Scheme): Promise<Result<null>> {
  return change(async (db) => {
    const record = parse(await db.get('keys', slot));
    if (record) await db.put('keys', { ...record, scheme }, slot);
  });
}

/** Makes the tested key the saved one. */
export async function promoteCandidate(): Promise<Result<null>> {
  return change(async (db) => {
    const record = await db.get('keys', 'candidate');
    if (record === undefined) return;
    await db.put('keys', record, 'active');
    await db.delete('keys', 'candidate');
  });
}

/** Removes a slot's key. */
export const deleteKey = (slot: Slot): Promise<Result<null>> =>
  change((db) => db.delete('keys', slot));

/** Removes every key, and the database with them. */
export async function wipeVault(): Promise<Result<null>> {
  const emptied = await change((db) => db.clear('keys'));
  await deleteDB(VAULT_NAME).catch(() => undefined);
  return emptied;
}

async function change(
  work: (db: IDBPDatabase<VaultSchema>) => Promise<unknown>,
): Promise<Result<null>> {
  const done = await withVault(work);
  return done.ok ? ok(null) : done;
}

async function fingerprintOf(apiKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`lens:${apiKey}`));
  return [...new Uint8Array(hash).slice(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
