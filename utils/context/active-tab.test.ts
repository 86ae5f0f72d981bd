import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detectActiveTab } from './active-tab';
import { readPage } from './read-page';

const OWN = 'chrome-extension://test-extension-id/';

function tab(id: number, url: string | undefined, overrides: object = {}) {
  return { id, url, active: false, lastAccessed: id, ...overrides };
}

const reading = (userData: string | null, host = 'os.ibl.ai', path = '/platform/acme/tutor') => ({
  hostname: host,
  protocol: 'https:',
  pathname: path,
  local: { userData },
  cookies: {},
});

const ADA = '{"user_nicename":"ada"}';

function world(options: { tabs: object[]; result?: unknown; granted?: boolean }) {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(options.tabs as never);
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue(OWN);
  const executeScript = vi.fn(async () => {
    if (options.result === undefined) throw new Error('Cannot access contents of the page');
    return [{ frameId: 0, result: options.result }];
  });
  Object.assign(browser, {
    scripting: { executeScript },
    permissions: { contains: vi.fn(async () => options.granted ?? false) },
  });
  return executeScript;
}

beforeEach(() => vi.restoreAllMocks());

describe('the tab in front', () => {
  it('of an app with somebody signed in is a page', async () => {
    world({
      tabs: [tab(1, 'https://os.ibl.ai/platform/acme/tutor', { active: true })],
      result: reading(ADA),
    });
    expect(await detectActiveTab()).toMatchObject({
      state: 'page',
      tabId: 1,
      page: { user: { name: 'ada' } },
    });
  });

  it('fault 79, fault 81: is read in its top frame alone, out of reach of its own code', async () => {
    const executeScript = world({
      tabs: [tab(1, 'https://os.ibl.ai/', { active: true })],
      result: reading(ADA),
    });
    await detectActiveTab();
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 1 },
      func: readPage,
      injectImmediately: true,
    });
  });

  it('of an app with nobody signed in says so', async () => {
    world({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(null) });
    expect(await detectActiveTab()).toEqual({ state: 'signed-out', tabId: 1, host: 'os.ibl.ai' });
  });

  it('fault 71: of an app that may not be read names what to allow', async () => {
    world({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })] });
    expect(await detectActiveTab()).toEqual({ state: 'no-access', origin: 'https://os.ibl.ai/*' });
  });

  it('fault 82: of a look-alike is used only after a click', async () => {
    world({
      tabs: [tab(1, 'https://os.ibl.ai.evil.com/', { active: true })],
      result: reading(ADA, 'os.ibl.ai.evil.com'),
    });
    expect((await detectActiveTab()).state).toBe('other-site');
    world({ tabs: [tab(1, 'http://os.ibl.ai/', { active: true })], result: reading(ADA) });
    expect((await detectActiveTab()).state).toBe('not-ibl');
  });

  it('of a site that the user has granted is a page', async () => {
    const tabs = [tab(1, 'https://learn.example.edu/platform/acme/x', { active: true })];
    world({ tabs, result: reading(ADA, 'learn.example.edu'), granted: true });
    expect((await detectActiveTab()).state).toBe('page');
  });

  it('of the vendor’s site that is no app is nobody’s, even if it is readable', async () => {
    world({
      tabs: [tab(1, 'https://docs.ibl.ai/', { active: true })],
      result: reading(ADA, 'docs.ibl.ai'),
      granted: true,
    });
    expect(await detectActiveTab()).toEqual({
      state: 'not-ibl',
      host: 'docs.ibl.ai',
      canAsk: null,
    });
  });

  it('fault 74: that no extension may read is nobody’s', async () => {
    world({ tabs: [tab(1, 'chrome://settings/', { active: true })] });
    expect(await detectActiveTab()).toEqual({ state: 'not-ibl', host: 'settings', canAsk: null });
  });

  it('is the one last looked at where our own page is opened in a tab', async () => {
    const tabs = [
      tab(1, 'https://os.ibl.ai/', { lastAccessed: 50 }),
      tab(2, 'https://example.com/', { lastAccessed: 10 }),
      tab(3, `${OWN}popup.html`, { active: true, lastAccessed: 90 }),
    ];
    world({ tabs, result: reading(ADA) });
    expect(await detectActiveTab()).toMatchObject({ state: 'page', tabId: 1 });
  });

  it('fault 63: that goes elsewhere while it is read is looked at again', async () => {
    const executeScript = world({
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
  });

  it('fault 63: that has nothing to read, though it may be read, has nobody signed in', async () => {
    world({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], granted: true });
    expect(await detectActiveTab()).toMatchObject({ state: 'signed-out', host: 'os.ibl.ai' });
  });

  it('fault 63: is nobody’s when there is no tab, or the browser can’t tell', async () => {
    world({ tabs: [] });
    expect((await detectActiveTab()).state).toBe('not-ibl');
    vi.spyOn(fakeBrowser.tabs, 'query').mockRejectedValue(new Error('no window'));
    expect((await detectActiveTab()).state).toBe('not-ibl');
  });

  it('fault 70: is read no more once the permission is taken back', async () => {
    const tabs = [tab(1, 'https://os.ibl.ai/', { active: true })];
    world({ tabs, result: reading(ADA), granted: true });
    expect((await detectActiveTab()).state).toBe('page');
    world({ tabs });
    expect(await detectActiveTab()).toEqual({ state: 'no-access', origin: 'https://os.ibl.ai/*' });
  });

  it('fault 72: is looked for in our own window alone, be it a private one', async () => {
    world({ tabs: [] });
    await detectActiveTab();
    expect(fakeBrowser.tabs.query).toHaveBeenCalledWith({ currentWindow: true });
  });

  it('fault 73: that a policy keeps from us ends like one that was not granted', async () => {
    world({ tabs: [tab(1, 'https://learn.example.edu/', { active: true })] });
    expect(await detectActiveTab()).toEqual({
      state: 'not-ibl',
      host: 'learn.example.edu',
      canAsk: 'https://learn.example.edu/*',
    });
  });

  it('fault 71: that tells no URL asks for what is not granted, one domain after the other', async () => {
    world({ tabs: [tab(1, undefined, { active: true })] });
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
    world({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(ADA) });
    Object.assign(browser, { permissions: { contains: () => new Promise(() => {}) } });
    const detected = detectActiveTab();
    await vi.advanceTimersByTimeAsync(3000);
    expect((await detected).state).toBe('not-ibl');
    vi.useRealTimers();
  });

  it('fault 63: that never answers is given up', async () => {
    vi.useFakeTimers();
    world({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(ADA) });
    Object.assign(browser, { scripting: { executeScript: () => new Promise(() => {}) } });
    const detected = detectActiveTab();
    await vi.advanceTimersByTimeAsync(3000);
    expect((await detected).state).toBe('no-access');
    vi.useRealTimers();
  });
});
