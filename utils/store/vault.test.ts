import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  deleteKey,
  promoteCandidate,
  readKey,
  readMeta,
  saveKey,
  setScheme,
  VAULT_NAME,
  wipeVault,
} from './vault';

const KEY = `${'c0ffee'.repeat(10)}1234`;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

async function stored(): Promise<Record<string, unknown>> {
  const db = await openDB(VAULT_NAME);
  const record = await db.get('keys', 'active');
  db.close();
  return record;
}

describe('the vault', () => {
  it('gives back the key, and shows no more of it than its end', async () => {
    const saved = await saveKey('active', KEY);
    expect(saved).toMatchObject({ ok: true, value: { last4: '1234', scheme: 'Api-Token' } });
    expect(await readKey('active')).toMatchObject({ ok: true, value: { apiKey: KEY } });
    expect(await readMeta()).toEqual(saved.ok && saved.value);
  });

  it('holds the key in no form that could be read', async () => {
    await saveKey('active', KEY);
    const record = await stored();
    const bytes = Buffer.concat(
      Object.values(record).flatMap((value) =>
        value instanceof ArrayBuffer || value instanceof Uint8Array
          ? Buffer.from(new Uint8Array(value))
          : [],
      ),
    );
    expect(bytes.includes(KEY)).toBe(false);
    expect(JSON.stringify(record)).not.toContain(KEY.slice(0, 12));
    const { lock } = record;
    expect(lock instanceof CryptoKey && lock.extractable).toBe(false);
  });

  it('names a key by a fingerprint that differs from key to key', async () => {
    const [one, two] = [await saveKey('active', KEY), await saveKey('active', `${KEY}5`)];
    expect(one.ok && one.value.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(one.ok && one.value.fingerprint).not.toBe(two.ok && two.value.fingerprint);
  });

  it('has no key until one is saved', async () => {
    expect(await readKey('active')).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect(await readMeta()).toBeNull();
  });

  it('fault 47: asks for the key again when a bit of it has changed', async () => {
    await saveKey('active', KEY);
    const record = await stored();
    const sealed = new Uint8Array(record.sealed as ArrayBuffer);
    sealed[3] = (sealed[3] ?? 0) ^ 1;
    const db = await openDB(VAULT_NAME);
    await db.put('keys', { ...record, sealed: sealed.buffer }, 'active');
    db.close();
    expect(await readKey('active')).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect(await readMeta()).not.toBeNull();
  });

  it('takes a record of another shape for none', async () => {
    await saveKey('active', KEY);
    const db = await openDB(VAULT_NAME);
    await db.put('keys', { sealed: 'x' }, 'active');
    db.close();
    expect(await readKey('active')).toEqual({ ok: false, failure: { kind: 'no-key' } });
  });

  it('keeps a tested key apart until it is saved', async () => {
    await saveKey('active', KEY);
    await saveKey('candidate', 'f00d'.repeat(16));
    await setScheme('candidate', 'Api-Key');
    expect((await readMeta())?.last4).toBe('1234');
    await promoteCandidate();
    expect(await readMeta()).toMatchObject({ last4: 'f00d', scheme: 'Api-Key' });
    expect(await readMeta('candidate')).toBeNull();
  });

  it('forgets a key when told to', async () => {
    await saveKey('active', KEY);
    await deleteKey('active');
    expect(await readMeta()).toBeNull();
    await saveKey('active', KEY);
    await wipeVault();
    expect(await readKey('active')).toEqual({ ok: false, failure: { kind: 'no-key' } });
  });

  it('fault 46: works again after it was deleted under us', async () => {
    await saveKey('active', KEY);
    indexedDB.deleteDatabase(VAULT_NAME);
    expect((await saveKey('active', KEY)).ok).toBe(true);
  });
});
