import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanApiKey } from './api-key';
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

describe('the vault, disturbed', () => {
  it('fault 50: keeps the saved key when it is killed while the tested one takes its place', async () => {
    await saveKey('active', KEY);
    await saveKey('candidate', 'f00d'.repeat(16));
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      this.transaction.abort();
      throw new DOMException('killed', 'AbortError');
    });
    expect(await promoteCandidate()).toEqual({ ok: false, failure: { kind: 'storage' } });
    remove.mockRestore();
    expect(await readKey('active')).toMatchObject({ ok: true, value: { apiKey: KEY } });
    expect((await readMeta('candidate'))?.last4).toBe('f00d');
  });

  it('fault 53: never brings back a key that was replaced meanwhile', async () => {
    await saveKey('active', KEY);
    for (let round = 0; round < 20; round++) {
      const newer = `${round}`.padStart(64, 'a');
      await Promise.all([setScheme('active', 'Token'), saveKey('active', newer)]);
      expect(await readKey('active')).toMatchObject({ value: { apiKey: newer } });
    }
  });

  it('keeps the saved key when there is no tested one to take its place', async () => {
    await saveKey('active', KEY);
    expect(await promoteCandidate()).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect((await readMeta())?.last4).toBe('1234');
  });

  it('fault 96: of a newer release is kept, and said to be out of reach', async () => {
    const newer = await openDB(VAULT_NAME, 7, {
      upgrade: (db) => void db.createObjectStore('keys').put('later', 'active'),
    });
    newer.close();
    expect(await readKey('active')).toEqual({ ok: false, failure: { kind: 'storage' } });
    expect((await saveKey('active', KEY)).ok).toBe(false);
    expect(await stored()).toBe('later');
  });

  it('fault 72: that may not be opened at all fails, and throws nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('not in a private window', 'SecurityError');
      },
    });
    const failed = { ok: false, failure: { kind: 'storage' } };
    expect(await readMeta()).toBeNull();
    expect(await readKey('active')).toEqual(failed);
    expect(await saveKey('active', KEY)).toEqual(failed);
    expect(await promoteCandidate()).toEqual(failed);
  });

  it('fails where the browser can’t encrypt, and throws nothing', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new Error('no AES'));
    expect(await saveKey('active', KEY)).toEqual({ ok: false, failure: { kind: 'storage' } });
  });

  it('is given up after 2 s when another page holds it up', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', {
      open: () => new EventTarget(),
      deleteDatabase: () => new EventTarget(),
    });
    const all = Promise.all([readMeta(), saveKey('active', KEY), wipeVault()]);
    for (let i = 0; i < 8; i++) await vi.advanceTimersByTimeAsync(1000);
    const failed = { ok: false, failure: { kind: 'storage' } };
    expect(await all).toEqual([null, failed, failed]);
    vi.useRealTimers();
  });
});

describe('fault 90: a pasted key', () => {
  it.each([
    `Api-Token ${KEY}`,
    `Authorization: Api-Token ${KEY}`,
    `"${KEY}"`,
    `  ${KEY}\r\n`,
    `Token: ${KEY};`,
    `“${KEY}”`,
    `\u200b${KEY}\ufeff`,
    KEY,
  ])('%j is cleaned', (text) => expect(cleanApiKey(text)).toEqual({ ok: true, key: KEY }));

  it.each([
    ['', 'api_key_empty'],
    ['Api-Token ', 'api_key_empty'],
    ['abc def', 'api_key_unusable'],
    ['abc\ndef', 'api_key_unusable'],
    ['clé', 'api_key_unusable'],
    ['x'.repeat(600), 'api_key_too_long'],
    ['x'.repeat(70_000), 'api_key_too_long'],
  ])('%j is refused with its reason', (text, reason) =>
    expect(cleanApiKey(text)).toEqual({ ok: false, text: reason }),
  );

  it('is always fit for a header, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanApiKey(text);
        if (cleaned.ok)
          expect(() => new Headers({ Authorization: `Api-Token ${cleaned.key}` })).not.toThrow();
      }),
    );
  });
});
