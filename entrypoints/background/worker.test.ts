import { fakeSettings } from '@/utils/store/fake-profile';
import { writeSettings } from '@/utils/store/settings';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSnapshot } from '@/utils/store/snapshots';
import { saveKey } from '@/utils/store/vault';
import { believable } from './fake-api';
import background from './index';

const key = 'c0ffee'.repeat(10);
const range = { kind: '7d' } as const;
const person = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  mentorId: null,
};

const own = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) });

/** What the worker answers to a message from `sender`; undefined when it does not hear it. */
async function tell(message: unknown, sender: object = own()): Promise<unknown> {
  const [answer] = await fakeBrowser.runtime.onMessage.trigger(message, sender, () => undefined);
  return answer;
}

const granted = vi.fn<(permissions: object) => Promise<boolean>>();
const setPanelBehavior = vi.fn(async () => undefined);
const setAccessLevel = vi.fn(async () => undefined);
const fetched = vi.fn<(request: Request) => Promise<Response>>();

beforeEach(() => {
  fetched.mockReset().mockImplementation(async ({ url }) => believable(new URL(url)));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { onLine: true });
  setPanelBehavior.mockClear();
  granted.mockReset().mockResolvedValue(true);
  browser.permissions.contains = granted;
  Object.assign(browser.sidePanel, { setPanelBehavior });
  browser.commands.onCommand.addListener = vi.fn();
  browser.contextMenus.onClicked.addListener = vi.fn();
  Object.assign(browser.contextMenus, { removeAll: vi.fn(), create: vi.fn() });
  Object.assign(browser.storage.local, { setAccessLevel });
  background.main();
});
afterEach(() => vi.unstubAllGlobals());

describe('the worker', () => {
  it('asks nothing by itself, and keeps storage to our own pages', () => {
    expect(fetched).not.toHaveBeenCalled();
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('says once, when it is installed, that a click on the icon opens no panel', async () => {
    expect(setPanelBehavior).not.toHaveBeenCalled();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    expect(setPanelBehavior).toHaveBeenCalledWith({ openPanelOnActionClick: false });
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
    expect(await ask('https://evil.example')).toEqual(denied('evil.example'));
    granted.mockResolvedValue(false);
    expect(await ask('https://api.iblai.tech/dm')).toEqual(denied('api.iblai.tech'));
    expect(granted).toHaveBeenLastCalledWith({
      origins: ['https://api.iblai.tech/*'],
    });
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
});
