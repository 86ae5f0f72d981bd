import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { createItem } from '../item';
import { fakeProfile, fakeSettings } from './fake-profile';
import {
  changeSettings,
  INITIAL_SETTINGS,
  readSettings,
  watchSettings,
  writeSettings,
} from './settings';
import { changeShownView, changeView, INITIAL_VIEW, readView, writeView } from './view';

/**
 * The settings as release 0.1.0 stored them. Never change this: every later release has to read it.
 */
const VERSION_1 = {
  version: 1,
  value: {
    organization: 'acme',
    baseUrl: 'https://base.manager.iblai.app',
    user: null,
    keyOwner: 'grace',
    sample: false,
  },
};

const settings = fakeSettings(fakeProfile({ user: 'ada' }));
const FROM_1 = fakeSettings(fakeProfile({ keyOwner: 'grace' }));

describe('settings', () => {
  it('fault 45: of a new install, and of a browser that lost them, are the first ones', async () => {
    expect(await readSettings()).toEqual({ state: 'ok', settings: INITIAL_SETTINGS });
  });

  it('are read as they were written', async () => {
    await writeSettings(settings);
    expect(await readSettings()).toEqual({ state: 'ok', settings });
  });

  it('fault 95: of version 1 are read', async () => {
    await browser.storage.local.set({ settings: VERSION_1 });
    expect(await readSettings()).toEqual({ state: 'ok', settings: FROM_1 });
    const unused = { ...VERSION_1.value, organization: '', sample: true };
    await browser.storage.local.set({ settings: { version: 1, value: unused } });
    expect(await readSettings()).toEqual({
      state: 'ok',
      settings: { ...INITIAL_SETTINGS, sample: true },
    });
  });

  it.each([
    5,
    'x',
    [],
    {},
    { version: 1, value: { organization: 5 } },
    { version: 'x', value: {} },
    { version: 0, value: INITIAL_SETTINGS },
    { version: 1.5, value: INITIAL_SETTINGS },
    { version: -1e15, value: INITIAL_SETTINGS },
  ])('fault 48: of a wrong shape (%j) are kept, and said to be damaged', async (stored) => {
    await browser.storage.local.set({ settings: stored });
    expect(await readSettings()).toEqual({ state: 'damaged' });
    expect((await browser.storage.local.get('settings')).settings).toEqual(stored);
  });

  it('fault 49, fault 96: of a newer release are kept, and not written over', async () => {
    const stored = { version: 3, value: { future: true } };
    await browser.storage.local.set({ settings: stored });
    expect(await readSettings()).toEqual({ state: 'newer' });
    expect(await writeSettings(settings)).toEqual({ ok: false, failure: { kind: 'storage' } });
    expect((await browser.storage.local.get('settings')).settings).toEqual(stored);
  });

  it('fault 43: that the browser does not give are unread: neither damaged nor gone', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
    expect(await readSettings()).toEqual({ state: 'unread' });
  });

  it('fault 44: that can’t be written say so', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    expect(await writeSettings(settings)).toEqual({ ok: false, failure: { kind: 'storage' } });
  });

  it('fault 43: settle when the browser’s storage never answers', async () => {
    vi.useFakeTimers();
    const never = () => new Promise<never>(() => {});
    vi.spyOn(browser.storage.local, 'get').mockImplementation(never);
    vi.spyOn(browser.storage.local, 'set').mockImplementation(never);
    const all = Promise.all([readSettings(), writeSettings(settings)]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await all).toEqual([{ state: 'unread' }, { ok: false, failure: { kind: 'storage' } }]);
    vi.useRealTimers();
  });

  it('fault 54: changed by somebody else are told of at once', async () => {
    const seen: unknown[] = [];
    const stop = watchSettings(async () => seen.push(await readSettings()));
    await browser.storage.local.set({ settings: VERSION_1 });
    await vi.waitFor(() => expect(seen).toEqual([{ state: 'ok', settings: FROM_1 }]));
    stop();
  });

  it('are changed as they are stored, and never where they can’t be read', async () => {
    await writeSettings(settings);
    expect((await changeSettings((now) => ({ ...now, sample: true }))).ok).toBe(true);
    expect(await readSettings()).toEqual({ state: 'ok', settings: { ...settings, sample: true } });
    await browser.storage.local.set({ settings: { version: 2, value: 'garbage' } });
    const failed = { ok: false, failure: { kind: 'storage' } };
    expect(await changeSettings(() => INITIAL_SETTINGS)).toEqual(failed);
    expect((await browser.storage.local.get('settings')).settings).toMatchObject({
      value: 'garbage',
    });
  });

  it('are changed one after the other by all pages, so that none is lost', async () => {
    await writeSettings(settings);
    let last: Promise<unknown> = Promise.resolve();
    const request = vi.fn((_name: string, change: () => Promise<unknown>) => {
      last = last.then(change);
      return last;
    });
    vi.stubGlobal('navigator', { locks: { request } });
    await Promise.all([
      changeSettings((now) => ({ ...now, badge: true })),
      changeSettings((now) => ({ ...now, alerts: true })),
    ]);
    vi.unstubAllGlobals();
    expect(request.mock.calls.map(([name]) => name)).toEqual(['lens settings', 'lens settings']);
    expect(await readSettings()).toMatchObject({ settings: { badge: true, alerts: true } });
  });

  it('tell of their changes, until nobody listens', async () => {
    const onChange = vi.fn();
    const stop = watchSettings(onChange);
    await writeSettings(settings);
    expect(onChange).toHaveBeenCalledTimes(1);
    await writeView(INITIAL_VIEW);
    stop();
    await writeSettings(INITIAL_SETTINGS);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

describe('a stored item', () => {
  const item = (migrations: Record<number, (value: unknown) => unknown>) =>
    createItem({
      key: 'thing',
      version: 3,
      schema: z.object({ n: z.number() }),
      initial: { n: 0 },
      migrations,
    });

  it('fault 58: is carried from version to version without being touched', async () => {
    await browser.storage.local.set({ thing: { version: 1, value: 7 } });
    const read = await item({
      1: (value) => ({ m: value }),
      2: (value) => ({ n: Reflect.get(Object(value), 'm') }),
    }).read();
    expect(read).toEqual({ state: 'ok', value: { n: 7 } });
    // Reading writes nothing, so stopping the worker meanwhile changes nothing.
    expect((await browser.storage.local.get('thing')).thing).toEqual({ version: 1, value: 7 });
  });

  it('fault 58: is not handed out in an old shape when its migration fails', async () => {
    await browser.storage.local.set({ thing: { version: 1, value: { n: 7 } } });
    const failing = item({
      1: () => {
        throw new Error('no');
      },
    });
    expect(await failing.read()).toEqual({ state: 'damaged' });
    expect(await item({}).read()).toEqual({ state: 'damaged' });
  });
});

describe('the view', () => {
  it('is remembered, and begins anew where it can’t be read', async () => {
    await writeView({ ...INITIAL_VIEW, compare: true, scopeByOrg: { acme: 'mentor' } });
    expect(await readView()).toMatchObject({ compare: true, scopeByOrg: { acme: 'mentor' } });
    await browser.storage.local.set({
      view: { version: 1, value: { range: { kind: 'forever' } } },
    });
    expect(await readView()).toEqual(INITIAL_VIEW);
  });

  it('is changed by one page after the other, so that no change is lost', async () => {
    let last: Promise<unknown> = Promise.resolve();
    const request = (_name: string, change: () => Promise<unknown>) => {
      last = last.then(change);
      return last;
    };
    vi.stubGlobal('navigator', { locks: { request } });
    await Promise.all([
      changeView((now) => ({ ...now, compare: true })),
      changeView((now) => ({ ...now, running: true })),
    ]);
    vi.unstubAllGlobals();
    expect(await readView()).toMatchObject({ compare: true, running: true });
  });

  it('is sent to the store in the turn of the click, as the page may close after it', () => {
    const set = vi.spyOn(browser.storage.local, 'set');
    changeShownView(INITIAL_VIEW, (now) => ({ ...now, compare: true }));
    expect(set.mock.lastCall).toMatchObject([{ view: { value: { compare: true } } }]);
  });

  it('keeps what another page has changed and this one does not show yet', async () => {
    await writeView({ ...INITIAL_VIEW, running: true, scopeByOrg: { acme: 'mentor' } });
    const changed = changeShownView(INITIAL_VIEW, (now) => ({ ...now, compare: true }));
    expect((await changed).ok).toBe(true);
    const both = { running: true, compare: true, scopeByOrg: { acme: 'mentor' } };
    expect(await readView()).toMatchObject(both);
  });

  it('keeps two changes in one turn, in their order, each written once', async () => {
    await writeView({ ...INITIAL_VIEW, scopeByOrg: { beta: 'all', acme: 'mentor' } });
    const set = vi.spyOn(browser.storage.local, 'set');
    const shown = { ...INITIAL_VIEW, scopeByOrg: { acme: 'mentor', beta: 'all' } } as const;
    await Promise.all([
      changeShownView(shown, (now) => ({ ...now, range: { kind: '7d' } })),
      changeShownView({ ...shown, range: { kind: '7d' } }, (now) => ({
        ...now,
        range: { kind: '90d' },
      })),
    ]);
    expect(await readView()).toMatchObject({ ...shown, range: { kind: '90d' } });
    expect(set).toHaveBeenCalledTimes(2);
  });

  it('says that a change was not stored', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    const changed = changeShownView(INITIAL_VIEW, (now) => ({ ...now, compare: true }));
    expect(await changed).toEqual({ ok: false, failure: { kind: 'storage' } });
  });

  it('is not overwritten while it can’t be read', async () => {
    await writeView({ ...INITIAL_VIEW, compare: true });
    vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('busy'));
    const change = () => changeView((now) => ({ ...now, running: true }));
    expect(await change()).toEqual({ ok: false, failure: { kind: 'storage' } });
    expect(await readView()).toEqual({ ...INITIAL_VIEW, compare: true });
    expect((await change()).ok).toBe(true);
    expect(await readView()).toMatchObject({ compare: true, running: true });
  });
});
