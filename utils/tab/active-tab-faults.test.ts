import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detectActiveTab } from './active-tab';
import { ADA, reading, stubTabs, tab } from './fake-tab';

beforeEach(() => vi.restoreAllMocks());

describe('the tab in front, disturbed', () => {
  it('fault 63: that goes elsewhere while it is read is looked at again', async () => {
    const executeScript = stubTabs({
      tabs: [tab(1, 'https://os.ibl.ai/', { active: true })],
      result: reading(ADA, 'evil.example', '/platform/acme/tutor'),
      granted: true,
    });
    expect(await detectActiveTab()).toEqual({ state: 'not-ibl', host: null, canAsk: null });
    expect(executeScript).toHaveBeenCalledTimes(2);
    executeScript
      .mockResolvedValueOnce([{ frameId: 0, result: { ...reading(ADA), protocol: 'http:' } }])
      .mockResolvedValue([{ frameId: 0, result: reading(ADA) }]);
    expect((await detectActiveTab()).state).toBe('page');
    expect(executeScript).toHaveBeenCalledTimes(4);
  });

  it.each([
    'os.ibl.ai',
    'learn.example.edu',
  ])('fault 63: that gives no reading, though %s may be read, says nothing of who is signed in', async (host) => {
    stubTabs({ tabs: [tab(1, `https://${host}/`, { active: true })], granted: true });
    expect(await detectActiveTab()).toEqual({ state: 'unreadable', host });
  });

  it('fault 63: is nobody’s when there is no tab, and unknown where the browser can’t tell', async () => {
    stubTabs({ tabs: [] });
    expect((await detectActiveTab()).state).toBe('not-ibl');
    vi.spyOn(fakeBrowser.tabs, 'query').mockRejectedValue(new Error('no window'));
    expect((await detectActiveTab()).state).toBe('unreadable');
  });

  it.each([
    ['https://os.ibl.ai/', 'os.ibl.ai'],
    [undefined, null],
  ])('fault 70: is unknown, and not forbidden, where the question for the permission fails: %s', async (url, host) => {
    stubTabs({ tabs: [tab(1, url, { active: true })] });
    const contains = vi.fn(async () => Promise.reject(new Error('shutting down')));
    Object.assign(browser, { permissions: { contains } });
    expect(await detectActiveTab()).toEqual({ state: 'unreadable', host });
  });

  it('fault 70: that was read is known, whatever the browser says of permissions', async () => {
    stubTabs({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(ADA) });
    Object.assign(browser, { permissions: { contains: async () => Promise.reject(new Error()) } });
    expect((await detectActiveTab()).state).toBe('page');
  });

  it('fault 70: is read no more once the permission is taken back', async () => {
    const tabs = [tab(1, 'https://os.ibl.ai/', { active: true })];
    stubTabs({ tabs, result: reading(ADA), granted: true });
    expect((await detectActiveTab()).state).toBe('page');
    stubTabs({ tabs });
    expect(await detectActiveTab()).toEqual({ state: 'no-access', origin: 'https://os.ibl.ai/*' });
  });

  it('fault 72: is looked for in our own window alone, be it a private one', async () => {
    stubTabs({ tabs: [] });
    await detectActiveTab();
    expect(fakeBrowser.tabs.query).toHaveBeenCalledWith({ currentWindow: true });
  });

  it('fault 73: that a policy keeps from us ends like one that was not granted', async () => {
    stubTabs({ tabs: [tab(1, 'https://learn.example.edu/', { active: true })] });
    expect(await detectActiveTab()).toEqual({
      state: 'not-ibl',
      host: 'learn.example.edu',
      canAsk: 'https://learn.example.edu/*',
    });
  });

  it('fault 71: that tells no URL asks for what is not granted, one domain after the other', async () => {
    stubTabs({ tabs: [tab(1, undefined, { active: true })] });
    const granted = new Set<string>();
    Object.assign(browser, {
      permissions: {
        contains: async ({ origins }: { origins: string[] }) =>
          origins.every((origin) => granted.has(origin)),
      },
    });
    for (const domain of ['ibl.ai', 'iblai.app']) {
      const origin = `https://*.${domain}/*`;
      expect(await detectActiveTab()).toEqual({ state: 'no-access', origin });
      granted.add(origin);
    }
    expect((await detectActiveTab()).state).toBe('not-ibl');
  });

  it('is given up when the browser itself does not answer', async () => {
    vi.useFakeTimers();
    stubTabs({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(ADA) });
    Object.assign(browser, { permissions: { contains: () => new Promise(() => {}) } });
    const detected = detectActiveTab();
    await vi.advanceTimersByTimeAsync(3000);
    expect((await detected).state).toBe('unreadable');
    vi.useRealTimers();
  });

  it('fault 63: that never answers is given up', async () => {
    vi.useFakeTimers();
    stubTabs({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(ADA) });
    Object.assign(browser, { scripting: { executeScript: () => new Promise(() => {}) } });
    const detected = detectActiveTab();
    await vi.advanceTimersByTimeAsync(3000);
    expect((await detected).state).toBe('no-access');
    vi.useRealTimers();
  });
});
