import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeProfile, fakeSettings } from '../settings/fake-profile';
import { INITIAL_SETTINGS, writeSettings } from '../settings/settings';
import { promoteCandidate } from './candidate';
import { fingerprintOf } from './fingerprint';
import { readKeyMetas } from './key-metas';
import { bindStoredKeys, keepScheme, keyOf } from './keys';
import { keepKeysOf, readKey, saveKey } from './vault';
import { readMetas } from './vault-metas';

const KEY = `${'c0ffee'.repeat(10)}1234`;
const ACME = { baseUrl: 'https://base.manager.iblai.app', organization: 'acme' };
const BETA = { ...ACME, organization: 'beta' };
const DM = { ...ACME, baseUrl: 'https://api.iblai.app/dm' };
const NO_KEY = { ok: false, failure: { kind: 'no-key' } };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('a key', () => {
  beforeEach(async () => {
    await saveKey('active', KEY, ACME);
  });

  it('goes to the base and organization it was saved for', async () => {
    await writeSettings(fakeSettings());
    expect(await keyOf('active', ACME)).toMatchObject({ ok: true, value: { apiKey: KEY } });
    expect(Object.keys((await readKeyMetas()) ?? {})).toEqual(['active']);
  });

  it('and to the same organization in letters of another case', async () => {
    const spelled = { ...ACME, organization: 'Acme' };
    expect(await keyOf('active', spelled)).toMatchObject({ ok: true });
  });

  it.each([BETA, DM])('and nowhere else, whatever the settings say: %j', async (place) => {
    await writeSettings(fakeSettings(fakeProfile(place)));
    expect(await keyOf('active', place)).toEqual(NO_KEY);
    expect(await readKeyMetas()).toEqual({});
  });

  it('whose settings are gone is nobody’s, until they are there again', async () => {
    await writeSettings(INITIAL_SETTINGS);
    expect(await readKeyMetas()).toEqual({});
    await browser.storage.local.set({ settings: 'damaged' });
    expect(await readKeyMetas()).toBeNull();
  });

  it('that was tested is for what it is saved with, not for what it was tested with', async () => {
    await saveKey('candidate', KEY, BETA);
    expect(await keyOf('candidate', BETA)).toMatchObject({ ok: true });
    expect(await keyOf('candidate', ACME)).toEqual(NO_KEY);
    await promoteCandidate('active', KEY, ACME);
    expect(await keyOf('active', ACME)).toMatchObject({ ok: true });
    expect(await keyOf('active', BETA)).toEqual(NO_KEY);
  });
});

/** Stores data as release 0.1.0 did: settings of version 1, and a key without a place. */
async function release010() {
  const value = {
    organization: 'acme',
    baseUrl: ACME.baseUrl,
    user: null,
    keyOwner: 'grace',
    sample: false,
  };
  await browser.storage.local.set({ settings: { version: 1, value } });
  await saveKey('active', KEY);
}

describe('a key of release 0.1.0', () => {
  it('is kept, for the organization and base that stood beside it', async () => {
    await release010();
    expect(await keyOf('active', ACME)).toMatchObject({ ok: true, value: { apiKey: KEY } });
    expect(Object.keys((await readKeyMetas()) ?? {})).toEqual(['active']);
    expect(await keyOf('active', BETA)).toEqual(NO_KEY);
    expect(await keyOf('active', DM)).toEqual(NO_KEY);
  });

  it('is bound to them once, and stays so whatever comes after', async () => {
    await release010();
    expect((await bindStoredKeys()).ok).toBe(true);
    expect((await readMetas())?.active?.place).toEqual(ACME);
    await writeSettings(fakeSettings(fakeProfile(BETA)));
    expect((await bindStoredKeys()).ok).toBe(true);
    expect((await readMetas())?.active?.place).toEqual(ACME);
    expect(await keyOf('active', BETA)).toEqual(NO_KEY);
    expect(await keyOf('active', ACME)).toMatchObject({ value: { apiKey: KEY } });
  });

  it('is no missing key where its settings can’t be read', async () => {
    await release010();
    await browser.storage.local.set({ settings: 'damaged' });
    expect(await keyOf('active', ACME)).toEqual({ ok: false, failure: { kind: 'storage' } });
  });

  it('is bound to nothing where nobody knows what for', async () => {
    await saveKey('active', KEY);
    await writeSettings(INITIAL_SETTINGS);
    expect((await bindStoredKeys()).ok).toBe(true);
    expect((await readMetas())?.active).toMatchObject({ last4: '1234' });
    expect((await readMetas())?.active?.place).toBeUndefined();
    expect(await keyOf('active', ACME)).toEqual(NO_KEY);
  });
});

it('keys of profiles that are gone go, those that are there and the tested one stay', async () => {
  for (const slot of ['active', 'b', 'candidate']) await saveKey(slot, KEY, ACME);
  expect((await keepKeysOf(['b'])).ok).toBe(true);
  expect(await readKey('active')).toEqual(NO_KEY);
  expect([await readKey('b'), await readKey('candidate')]).toMatchObject([
    { ok: true },
    { ok: true },
  ]);
});

it('the policy’s key goes with the scheme that a test found for it, and is stored nowhere', async () => {
  const ruled = 'beef'.repeat(16);
  await browser.storage.managed.set({ ...ACME, apiKey: ruled, lockedFields: ['apiKey'] });
  await keepScheme('active', await fingerprintOf(ruled), 'Token');
  expect(await keyOf('active', ACME)).toMatchObject({ value: { apiKey: ruled, scheme: 'Token' } });
  expect(await readKey('policy')).toEqual(NO_KEY);
  // It stays where other keys go, and is of no other key.
  await keepKeysOf([]);
  expect(await keyOf('active', ACME)).toMatchObject({ value: { scheme: 'Token' } });
  await browser.storage.managed.set({ ...ACME, apiKey: 'another', lockedFields: ['apiKey'] });
  expect(await keyOf('active', ACME)).toMatchObject({ value: { scheme: 'Api-Token' } });
  await browser.storage.managed.clear();
});
