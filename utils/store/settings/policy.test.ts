import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readKeyMetas } from '../keys/key-metas';
import { keyOf } from '../keys/keys';
import { saveKey } from '../keys/vault';
import { watchPolicy } from '../watch';
import { fakeProfile, fakeSettings } from './fake-profile';
import { readPolicy } from './policy';
import { changeSettings, readSettings, withUser, writeSettings } from './settings';

const KEY = `${'c0ffee'.repeat(10)}1234`;
const RULED_KEY = `${'f00d'.repeat(15)}9876`;
const ACME = { baseUrl: 'https://base.manager.iblai.app', organization: 'acme' };

async function rule(policy: Record<string, unknown>) {
  await browser.storage.managed.clear();
  await browser.storage.managed.set(policy);
}
const profiles = async () => {
  const read = await readSettings();
  return read.state === 'ok' ? read.settings.profiles : [];
};

beforeEach(() => {
  vi.restoreAllMocks();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a policy', () => {
  it('is none where nobody has set one, or the browser knows of none', async () => {
    await rule({});
    expect(await readPolicy()).toBeNull();
    const get = vi
      .spyOn(browser.storage.managed, 'get')
      .mockRejectedValue(new Error('Managed storage manifest not found'));
    expect(await readPolicy()).toBeNull();
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('is read again where the reading fails, as that does not mean that there is none', async () => {
    await rule({ organization: 'acme' });
    vi.spyOn(browser.storage.managed, 'get')
      .mockRejectedValueOnce(new Error('No SW'))
      .mockRejectedValueOnce(new Error('No SW'));
    expect(await readPolicy()).toMatchObject({ profile: { organization: 'acme' } });
  });

  it('leaves out what could not have been typed, and locks none of it', async () => {
    await rule({
      organization: '..',
      baseUrl: 'https://evil.example',
      user: 'ada',
      apiKey: 5,
      lockedFields: ['organization', 'baseUrl', 'user', 'apiKey', 'everything', 7],
    });
    expect(await readPolicy()).toMatchObject({ profile: { user: 'ada' }, locked: [] });
    await rule({ organization: 'acme', lockedFields: ['organization'] });
    expect(await readPolicy()).toMatchObject({ locked: ['organization'] });
  });

  it('fills a first profile where there is none', async () => {
    await rule({ organization: 'acme', baseUrl: 'https://api.iblai.app/dm/' });
    expect(await profiles()).toMatchObject([
      { id: 'active', organization: 'acme', baseUrl: 'https://api.iblai.app/dm' },
    ]);
  });

  it('overrides what it locks, and nothing else; other profiles stay', async () => {
    await writeSettings(fakeSettings(fakeProfile(), fakeProfile({ id: 'b', organization: 'b' })));
    await rule({ organization: 'ruled', user: 'eve', lockedFields: ['organization'] });
    expect(await profiles()).toMatchObject([
      { id: 'active', organization: 'ruled', user: null },
      { id: 'b', organization: 'b' },
    ]);
    // The user's own settings stay stored and apply again when the policy is removed.
    await rule({});
    expect(await profiles()).toMatchObject([{ organization: 'acme' }, { organization: 'b' }]);
  });

  it('chooses cards without a word about profiles', async () => {
    await rule({});
    const own = await profiles();
    await rule({ popupCards: ['cost'], panelCards: 'all' });
    expect(await readPolicy()).toMatchObject({ cards: { popup: ['cost'], panel: null } });
    expect(await profiles()).toEqual(own);
  });

  it('gives its key to whoever has none, and to all where it is locked', async () => {
    await rule({ organization: 'acme', apiKey: RULED_KEY });
    expect(await keyOf('active', ACME)).toMatchObject({ value: { apiKey: RULED_KEY } });
    expect(await readKeyMetas()).toMatchObject({ active: { last4: '9876' } });
    expect((await keyOf('another', ACME)).ok).toBe(false);
    await saveKey('active', KEY, ACME);
    expect(await keyOf('active', ACME)).toMatchObject({ value: { apiKey: KEY } });
    expect(await readKeyMetas()).toMatchObject({ active: { last4: '1234' } });
    await rule({ organization: 'acme', apiKey: RULED_KEY, lockedFields: ['apiKey'] });
    expect(await keyOf('active', ACME)).toMatchObject({ value: { apiKey: RULED_KEY } });
    expect(await readKeyMetas()).toMatchObject({ active: { last4: '9876' } });
  });

  it.each([
    { organization: 'beta' },
    { baseUrl: 'https://api.iblai.tech/dm' },
  ])('sends its key nowhere but to its own place, though its fields are open: %j', async (other) => {
    await rule({ organization: 'acme', apiKey: RULED_KEY, lockedFields: ['apiKey'] });
    expect((await keyOf('active', ACME)).ok).toBe(true);
    await writeSettings(fakeSettings(fakeProfile(other)));
    expect((await keyOf('active', { ...ACME, ...other })).ok).toBe(false);
    expect(await readKeyMetas()).toEqual({});
  });

  it('that names no organization gives no key: nobody knows whose it is', async () => {
    await rule({ apiKey: RULED_KEY, user: 'ada', lockedFields: ['apiKey'] });
    await writeSettings(fakeSettings());
    expect(await readPolicy()).toMatchObject({ key: null, locked: [] });
    expect((await keyOf('active', ACME)).ok).toBe(false);
  });

  it('that locks another organization leaves a key of the user’s own unused', async () => {
    await saveKey('active', KEY);
    await writeSettings(fakeSettings());
    expect((await keyOf('active', ACME)).ok).toBe(true);
    await rule({ organization: 'ruled', lockedFields: ['organization'] });
    expect((await keyOf('active', { ...ACME, organization: 'ruled' })).ok).toBe(false);
    expect(await readKeyMetas()).toEqual({});
  });

  it('is not written down as the user’s own where a name is typed', async () => {
    await rule({ organization: 'ruled', user: 'eve', lockedFields: ['organization'] });
    const stored = async () => (await browser.storage.local.get('settings')).settings;
    expect((await changeSettings((now) => withUser(now, 'active', 'ada'))).ok).toBe(true);
    expect(JSON.stringify(await stored())).not.toContain('ruled');
    expect(await profiles()).toMatchObject([{ organization: 'ruled', user: 'ada' }]);
    await rule({});
    expect(await profiles()).toMatchObject([{ organization: '', user: 'ada' }]);
    await writeSettings(fakeSettings());
    await rule({ organization: 'ruled', lockedFields: ['organization'] });
    expect((await changeSettings((now) => withUser(now, 'active', 'grace'))).ok).toBe(true);
    await rule({});
    expect(await profiles()).toMatchObject([{ organization: 'acme', user: 'grace' }]);
  });

  it('tells of its changes, until nobody listens', () => {
    const add = vi.spyOn(browser.storage.managed.onChanged, 'addListener');
    const remove = vi.spyOn(browser.storage.managed.onChanged, 'removeListener');
    const onChange = vi.fn();
    watchPolicy(onChange)();
    expect(add).toHaveBeenCalledWith(onChange);
    expect(remove).toHaveBeenCalledWith(onChange);
  });
});
