import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { promoteCandidate } from './candidate';
import { fingerprintOf } from './fingerprint';
import { deleteKey, readKey, saveKey, setScheme, wipeVault } from './vault';
import { VAULT_NAME } from './vault-db';
import { readMetas } from './vault-metas';

const KEY = `${'c0ffee'.repeat(10)}1234`;
const CANDIDATE_KEY = 'f00d'.repeat(16);

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
    expect((await readMetas())?.active).toEqual(saved.ok && saved.value);
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
    expect(await readMetas()).toEqual({});
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
    expect(await readMetas()).toHaveProperty('active');
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
    await saveKey('candidate', CANDIDATE_KEY);
    await setScheme('candidate', await fingerprintOf(KEY), 'Token');
    await setScheme('candidate', await fingerprintOf(CANDIDATE_KEY), 'Api-Key');
    // The test was of a key that is replaced by now.
    await setScheme('candidate', await fingerprintOf(KEY), 'Token');
    expect((await readMetas())?.active?.last4).toBe('1234');
    await promoteCandidate('active', CANDIDATE_KEY);
    expect((await readMetas())?.active).toMatchObject({ last4: 'f00d', scheme: 'Api-Key' });
    expect((await readKey('candidate')).ok).toBe(false);
  });

  it('keeps the key of each profile in a slot of its own', async () => {
    await saveKey('active', KEY);
    await saveKey('second', `${KEY}5`);
    expect(await readMetas()).toMatchObject({
      active: { last4: '1234' },
      second: { last4: '2345' },
    });
    await deleteKey('active');
    expect(Object.keys((await readMetas()) ?? {})).toEqual(['second']);
  });

  it('makes no other key the saved one than the one that was tested', async () => {
    await saveKey('active', KEY);
    // Two options pages use the same slot: the other page has stored its key in between.
    await saveKey('candidate', `${CANDIDATE_KEY}2`);
    expect(await promoteCandidate('active', CANDIDATE_KEY)).toMatchObject({ ok: false });
    expect((await readMetas())?.active?.last4).toBe('1234');
  });

  it('forgets a key when told to', async () => {
    await saveKey('active', KEY);
    await deleteKey('active');
    expect(await readMetas()).toEqual({});
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
