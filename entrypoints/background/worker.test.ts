import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { believable } from '@/demo/fakes/fake-api';
import { saveKey } from '@/utils/store/keys/vault';
import { deletePerson, readPerson, readSpelledOrg } from '@/utils/store/snapshots/months';
import { readSnapshot } from '@/utils/store/snapshots/snapshots';
import background from './index';
import { work } from './work';

const key = 'c0ffee'.repeat(10);
const range = { kind: '7d' } as const;
const person = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  mentorId: null,
};

const own = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) });

/** Returns the worker's answer to a message from `sender`; undefined if the worker ignores it. */
async function tell(message: unknown, sender: object = own()): Promise<unknown> {
  const [answer] = await fakeBrowser.runtime.onMessage.trigger(message, sender, () => undefined);
  return answer;
}

const granted = vi.fn<(permissions: object) => Promise<boolean>>();
const setPanelBehavior = vi.fn(async () => undefined);
const setAccessLevel = vi.fn(async () => undefined);
const fetched = vi.fn<(request: Request) => Promise<Response>>();
const importScripts = vi.fn<(path: string) => void>();
const installing = vi.fn<(type: string, listener: InstallListener) => void>();

type InstallListener = (event: { waitUntil(end: Promise<unknown>): void }) => void;

/** Stands in for running the script `work.js`. */
const bringWork = () => {
  globalThis.lensWork = work;
};

beforeEach(() => {
  fetched.mockReset().mockImplementation(async ({ url }) => believable(new URL(url)));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('lensWork', undefined);
  vi.stubGlobal('importScripts', importScripts.mockReset().mockImplementation(bringWork));
  vi.stubGlobal('addEventListener', installing.mockReset());
  setPanelBehavior.mockClear();
  granted.mockReset().mockResolvedValue(true);
  browser.permissions.contains = granted;
  browser.permissions.onAdded.addListener = vi.fn();
  browser.notifications.onClicked.addListener = vi.fn();
  Object.assign(browser.sidePanel, { setPanelBehavior });
  browser.commands.onCommand.addListener = vi.fn();
  browser.contextMenus.onClicked.addListener = vi.fn();
  Object.assign(browser.contextMenus, { removeAll: vi.fn(), create: vi.fn() });
  Object.assign(browser.storage.local, { setAccessLevel });
  background.main();
});
afterEach(() => vi.unstubAllGlobals());

const month = {
  command: 'month',
  args: { baseUrl: person.baseUrl, org: 'acme', user: 'ada', newerThanMs: 0, isPrivate: false },
};
const noKey = { ok: false, failure: { kind: 'no-key' } };
const refused = { ok: false, failure: { kind: 'worker-unreachable' } };

describe('the work is loaded', () => {
  it('by no start, once every listener stands', () => {
    expect(importScripts).not.toHaveBeenCalled();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
    expect(fakeBrowser.runtime.onInstalled.hasListeners()).toBe(true);
    expect(fakeBrowser.runtime.onStartup.hasListeners()).toBe(true);
    expect(fakeBrowser.alarms.onAlarm.hasListeners()).toBe(true);
    expect(browser.commands.onCommand.addListener).toHaveBeenCalledTimes(1);
    expect(browser.contextMenus.onClicked.addListener).toHaveBeenCalledTimes(1);
    expect(fakeBrowser.storage.local.onChanged.hasListeners()).toBe(true);
  });

  it('for no stranger, and for nothing that is no command', async () => {
    expect(await tell(month, { id: 'stranger', origin: 'https://evil.example' })).toBeUndefined();
    for (const message of [
      null,
      'month',
      { command: 'none', args: null },
      { command: '__proto__' },
    ])
      expect(await tell(message)).toEqual(refused);
    expect(importScripts).not.toHaveBeenCalled();
  });

  it('once for two commands at the same time', async () => {
    expect(await Promise.all([tell(month), tell(month)])).toEqual([noKey, noKey]);
    expect(await tell(month)).toEqual(noKey);
    expect(importScripts.mock.calls).toEqual([['/work.js']]);
  });

  it.each([
    [
      'fails',
      () => {
        throw new Error('not there');
      },
    ],
    ['brings nothing', () => undefined],
  ])('again at the next command where it %s: until then all is refused', async (_, load) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    importScripts.mockImplementationOnce(load);
    expect(await tell(month)).toEqual(refused);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(await tell(month)).toEqual(noKey);
  });

  it('while the worker is installed, so that the browser keeps it, or the installation fails', async () => {
    const [, install] = installing.mock.calls.find(([type]) => type === 'install') ?? [];
    const ended: Promise<unknown>[] = [];
    importScripts.mockImplementationOnce(() => {
      throw new Error('not there');
    });
    install?.({ waitUntil: (end) => ended.push(end) });
    await expect(ended[0]).rejects.toThrow('not there');
    install?.({ waitUntil: (end) => ended.push(end) });
    expect(await ended[1]).toBe(work);
  });

  it('by each event that needs it', async () => {
    const done = {
      begin: vi.spyOn(work, 'begin').mockResolvedValue(null),
      beInstalled: vi.spyOn(work, 'beInstalled').mockResolvedValue(null),
      followSettings: vi.spyOn(work, 'followSettings').mockResolvedValue(null),
      lookAtBudgets: vi.spyOn(work, 'lookAtBudgets').mockResolvedValue(null),
    };
    const alarm = { scheduledTime: 0 };
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'of somebody else', ...alarm });
    await browser.storage.local.set({ view: 1 });
    expect(importScripts).not.toHaveBeenCalled();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(done.begin).toHaveBeenCalledTimes(1));
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' });
    await vi.waitFor(() => expect(done.beInstalled.mock.calls).toEqual([[false]]));
    await writeSettings(fakeSettings());
    await vi.waitFor(() => expect(done.followSettings).toHaveBeenCalledTimes(1));
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'budget', ...alarm });
    await vi.waitFor(() => expect(done.lookAtBudgets).toHaveBeenCalledTimes(1));
    expect(importScripts).toHaveBeenCalledTimes(1);
  });

  it('in vain for an event: that is logged', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    importScripts.mockImplementationOnce(() => {
      throw new Error('not there');
    });
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(logged).toHaveBeenCalledWith(new Error('not there')));
  });
});

describe('the worker', () => {
  it('asks nothing by itself, and keeps storage to our own pages', () => {
    expect(fetched).not.toHaveBeenCalled();
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('says once, when it is installed, that a click on the icon opens no panel, adds its menus, and opens a page', async () => {
    expect(setPanelBehavior).not.toHaveBeenCalled();
    const created = vi.fn();
    browser.tabs.create = created;
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    expect(setPanelBehavior).toHaveBeenCalledWith({ openPanelOnActionClick: false });
    await vi.waitFor(() => expect(browser.contextMenus.create).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(created).toHaveBeenCalledTimes(1));
  });

  it.each([
    'install',
    'update',
  ] as const)('sets the alarm of a budget again after an %s, which takes it away', async (reason) => {
    const profiles = [{ ...fakeProfile(), monthlyBudget: 10 }];
    await writeSettings({ ...fakeSettings(), profiles, alerts: true });
    Object.assign(browser.action, { setBadgeText: async () => {}, setTitle: async () => {} });
    await browser.alarms.clearAll();
    await fakeBrowser.runtime.onInstalled.trigger({ reason });
    await vi.waitFor(async () =>
      expect(await browser.alarms.get('budget')).toMatchObject({ periodInMinutes: 60 }),
    );
  });

  it('answers every command, from the first moment, to our own pages alone', async () => {
    const identity = { ...person, keyFingerprint: '' };
    const refresh = { command: 'refresh', args: { identity, range, newerThanMs: null } };
    expect(await tell(refresh)).toEqual({ ok: false, failure: { kind: 'no-key' } });
    const mentor = { command: 'resolveMentor', args: { ...person, idOrSlug: 'tutor' } };
    expect(await tell(mentor)).toEqual({ ok: false, failure: { kind: 'no-key' } });
    const args = { ...person, slot: 'active', organization: 'acme', keyOwner: null };
    expect(await tell({ command: 'test', args })).toMatchObject({ value: { works: false } });
    expect(await tell(refresh, { id: 'stranger', origin: 'https://evil.example' })).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('fault 69, fault 92: asks no host that is not allowed or not granted', async () => {
    const ask = (baseUrl: string) => {
      const identity = { ...person, baseUrl, keyFingerprint: '' };
      return tell({ command: 'refresh', args: { identity, range, newerThanMs: Date.now() } });
    };
    const denied = (host: string) => ({ ok: false, failure: { kind: 'host-not-allowed', host } });
    expect(await ask('http://evil.example')).toEqual(denied('evil.example'));
    // The host is allowed, but no key was saved for it.
    expect(await ask('https://evil.example')).toEqual(noKey);
    granted.mockResolvedValue(false);
    expect(await ask('https://api.iblai.tech/dm')).toEqual(denied('api.iblai.tech'));
    expect(granted).toHaveBeenLastCalledWith({
      origins: ['https://api.iblai.tech/*'],
    });
    expect(fetched).not.toHaveBeenCalled();
  });

  it('fault 70: asks where the question for the permission fails: that is no refusal', async () => {
    const saved = await saveKey('active', key);
    await writeSettings(fakeSettings());
    granted.mockRejectedValue(new Error('the worker is being stopped'));
    const keyFingerprint = saved.ok ? saved.value.fingerprint : '';
    const identity = { ...person, keyFingerprint };
    const reply = await tell({ command: 'refresh', args: { identity, range, newerThanMs: null } });
    expect(reply).toEqual({ ok: true, value: null });
  });

  it('fault 43: says of settings or a key that can’t be read so, and not that there is none', async () => {
    await saveKey('active', key);
    await writeSettings(fakeSettings());
    const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('stopped'));
    const storage = { ok: false, failure: { kind: 'storage' } };
    const identity = { ...person, keyFingerprint: 'f' };
    const mentor = { command: 'resolveMentor', args: { ...person, idOrSlug: 'tutor' } };
    const refresh = { command: 'refresh', args: { identity, range, newerThanMs: null } };
    for (const command of [month, mentor, refresh]) expect(await tell(command)).toEqual(storage);
    get.mockRestore();
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('stopped', 'AbortError');
      },
    });
    expect(await tell(refresh)).toEqual(storage);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('fault 91, fault 93: sends a key nowhere but where it was saved for', async () => {
    await saveKey('active', key);
    await writeSettings(fakeSettings());
    const elsewhere = [{ org: 'beta' }, { baseUrl: 'https://api.iblai.app/dm' }];
    for (const place of elsewhere) {
      const identity = { ...person, ...place, keyFingerprint: 'f' };
      const reply = await tell({ command: 'refresh', args: { identity, range, newerThanMs: 0 } });
      expect(reply).toEqual({ ok: false, failure: { kind: 'no-key' } });
    }
    expect(fetched).not.toHaveBeenCalled();
  });

  it('brings figures into the cache, and its key into the header alone', async () => {
    const logged = vi.spyOn(console, 'error');
    const saved = await saveKey('active', key);
    await writeSettings(fakeSettings());
    const keyFingerprint = saved.ok ? saved.value.fingerprint : '';
    const identity = { ...person, keyFingerprint };
    const reply = await tell({ command: 'refresh', args: { identity, range, newerThanMs: null } });
    expect(reply).toEqual({ ok: true, value: null });
    const snapshot = await readSnapshot(identity, range);
    expect(snapshot?.cards.cost?.data?.total).toBe(7);
    for (const [request] of fetched.mock.calls) {
      expect(request.headers.get('authorization')).toBe(`Api-Token ${key}`);
      expect(request.url).not.toContain(key);
    }
    expect(JSON.stringify([reply, snapshot, logged.mock.calls])).not.toContain(key);
  });

  it('sets a lost alarm of a budget again at a refresh', async () => {
    const saved = await saveKey('active', key);
    if (!saved.ok) return expect.fail();
    const profile = fakeProfile({ monthlyBudget: 10 });
    await writeSettings({ ...fakeSettings(profile), badge: true });
    const isSet = async () => expect(await browser.alarms.get('budget')).toBeDefined();
    await vi.waitFor(isSet);
    await browser.alarms.clearAll();
    const identity = { ...person, keyFingerprint: saved.value.fingerprint };
    await tell({ command: 'refresh', args: { identity, range, newerThanMs: null } });
    await vi.waitFor(isSet);
  });

  it('looks once for the API where a page sends its command again', async () => {
    const args = { candidates: [person.baseUrl], organization: 'acme' };
    const find = () => tell({ command: 'findBase', args });
    await find();
    const calls = fetched.mock.calls.length;
    const [first, again] = await Promise.all([find(), find()]);
    expect(again).toEqual(first);
    expect(fetched).toHaveBeenCalledTimes(2 * calls);
  });

  it('remembers nobody of a private window', async () => {
    await saveKey('active', key);
    await writeSettings(fakeSettings(fakeProfile({ monthlyBudget: 50 })));
    await deletePerson('active');
    const ask = (isPrivate: boolean) => tell({ ...month, args: { ...month.args, isPrivate } });
    expect(await ask(true)).toMatchObject({ ok: true });
    expect(await readPerson('active')).toBeNull();
    expect(await ask(false)).toMatchObject({ ok: true });
    expect(await readPerson('active')).toBe('ada');
  });

  it('remembers an organization as the page spells it, though it was typed in another case', async () => {
    await saveKey('active', key);
    const typed = fakeProfile({ organization: 'Acme', monthlyBudget: 50 });
    await writeSettings(fakeSettings(typed));
    for (const org of ['acme', 'Acme']) {
      expect(await tell({ ...month, args: { ...month.args, org } })).toMatchObject({ ok: true });
      expect(await readSpelledOrg('active')).toBe('acme');
    }
  });
});
