import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { promoteCandidate } from './candidate';
import { fingerprintOf } from './fingerprint';
import { readKey, saveKey, setScheme, wipeVault } from './vault';
import { VAULT_NAME } from './vault-db';
import { readMetas } from './vault-metas';

const KEY = `${'c0ffee'.repeat(10)}1234`;
const CANDIDATE_KEY = 'f00d'.repeat(16);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('the vault, disturbed', () => {
  it('fault 50: keeps the saved key when it is killed while the tested one takes its place', async () => {
    await saveKey('active', KEY);
    await saveKey('candidate', CANDIDATE_KEY);
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      this.transaction.abort();
      throw new DOMException('killed', 'AbortError');
    });
    expect(await promoteCandidate('active', CANDIDATE_KEY)).toEqual({
      ok: false,
      failure: { kind: 'storage' },
    });
    remove.mockRestore();
    expect(await readKey('active')).toMatchObject({ ok: true, value: { apiKey: KEY } });
    expect(await readKey('candidate')).toMatchObject({ value: { apiKey: CANDIDATE_KEY } });
  });

  it('fault 53: never brings back a key that was replaced meanwhile', async () => {
    await saveKey('active', KEY);
    let older = KEY;
    for (let round = 0; round < 20; round++) {
      const newer = `${round}`.padStart(64, 'a');
      const fingerprint = await fingerprintOf(older);
      await Promise.all([setScheme('active', fingerprint, 'Token'), saveKey('active', newer)]);
      older = newer;
      expect(await readKey('active')).toMatchObject({ value: { apiKey: newer } });
    }
  });

  it('keeps the saved key when there is no tested one to take its place', async () => {
    await saveKey('active', KEY);
    expect(await promoteCandidate('active', CANDIDATE_KEY)).toEqual({
      ok: false,
      failure: { kind: 'no-key' },
    });
    expect((await readMetas())?.active?.last4).toBe('1234');
  });

  it('fault 96: of a newer release is kept, and said to be out of reach', async () => {
    const newer = await openDB(VAULT_NAME, 7, {
      upgrade: (db) => void db.createObjectStore('keys').put('later', 'active'),
    });
    newer.close();
    expect(await readKey('active')).toEqual({ ok: false, failure: { kind: 'storage' } });
    expect((await saveKey('active', KEY)).ok).toBe(false);
    const kept = await openDB(VAULT_NAME);
    expect(await kept.get('keys', 'active')).toBe('later');
    kept.close();
  });

  it('fault 72: that may not be opened at all fails, and throws nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('not in a private window', 'SecurityError');
      },
    });
    const failed = { ok: false, failure: { kind: 'storage' } };
    expect(await readMetas()).toBeNull();
    expect(await readKey('active')).toEqual(failed);
    expect(await saveKey('active', KEY)).toEqual(failed);
    expect(await promoteCandidate('active', CANDIDATE_KEY)).toEqual(failed);
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
    const all = Promise.all([readMetas(), saveKey('active', KEY), wipeVault()]);
    for (let i = 0; i < 8; i++) await vi.advanceTimersByTimeAsync(1000);
    const failed = { ok: false, failure: { kind: 'storage' } };
    expect(await all).toEqual([null, failed, failed]);
    vi.useRealTimers();
  });
});
