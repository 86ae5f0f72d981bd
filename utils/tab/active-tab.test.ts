import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detectActiveTab } from './active-tab';
import { ADA, OWN, reading, stubTabs, tab } from './fake-tab';
import { readPage } from './read-page';

beforeEach(() => vi.restoreAllMocks());

describe('the tab in front', () => {
  it('of an app with somebody signed in is a page', async () => {
    stubTabs({
      tabs: [tab(1, 'https://os.ibl.ai/platform/acme/tutor', { active: true })],
      result: reading(ADA),
    });
    expect(await detectActiveTab()).toMatchObject({
      state: 'page',
      tabId: 1,
      page: { user: { name: 'ada' } },
    });
  });

  it('of a private window says so, also to a page of ours in another window that follows it', async () => {
    const of = (incognito: boolean) =>
      tab(1, 'https://os.ibl.ai/platform/acme/tutor', { active: true, incognito });
    stubTabs({ tabs: [of(true)], result: reading(ADA) });
    expect(await detectActiveTab()).toMatchObject({ state: 'page', isPrivate: true });
    stubTabs({ tabs: [of(false)], result: reading(ADA) });
    expect(await detectActiveTab()).not.toHaveProperty('isPrivate');
    vi.stubGlobal('location', { search: '?tab=1' });
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(of(true) as never);
    expect(await detectActiveTab()).toMatchObject({ state: 'page', isPrivate: true });
    vi.unstubAllGlobals();
  });

  it('fault 79, fault 81: is read in its top frame alone, out of reach of its own code', async () => {
    const executeScript = stubTabs({
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
    stubTabs({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })], result: reading(null) });
    expect(await detectActiveTab()).toEqual({ state: 'signed-out', tabId: 1, host: 'os.ibl.ai' });
  });

  it('fault 71: of an app that may not be read names what to allow', async () => {
    stubTabs({ tabs: [tab(1, 'https://os.ibl.ai/', { active: true })] });
    expect(await detectActiveTab()).toEqual({ state: 'no-access', origin: 'https://os.ibl.ai/*' });
  });

  it('fault 82: of a look-alike is used only after a click', async () => {
    stubTabs({
      tabs: [tab(1, 'https://os.ibl.ai.evil.com/', { active: true })],
      result: reading(ADA, 'os.ibl.ai.evil.com'),
    });
    expect((await detectActiveTab()).state).toBe('other-site');
    stubTabs({ tabs: [tab(1, 'http://os.ibl.ai/', { active: true })], result: reading(ADA) });
    expect((await detectActiveTab()).state).toBe('not-ibl');
  });

  it('of a site that the user has granted is a page', async () => {
    const tabs = [tab(1, 'https://learn.example.edu/platform/acme/x', { active: true })];
    stubTabs({ tabs, result: reading(ADA, 'learn.example.edu'), granted: true });
    expect((await detectActiveTab()).state).toBe('page');
  });

  it('of the vendor’s site that is no app is nobody’s, even if it is readable', async () => {
    stubTabs({
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
    stubTabs({ tabs: [tab(1, 'chrome://settings/', { active: true })] });
    expect(await detectActiveTab()).toEqual({ state: 'not-ibl', host: 'settings', canAsk: null });
  });

  it('is the one last looked at where our own page is opened in a tab', async () => {
    const tabs = [
      tab(1, 'https://os.ibl.ai/', { lastAccessed: 50 }),
      tab(2, 'https://example.com/', { lastAccessed: 10 }),
      tab(3, `${OWN}popup.html`, { active: true, lastAccessed: 90 }),
    ];
    stubTabs({ tabs, result: reading(ADA) });
    expect(await detectActiveTab()).toMatchObject({ state: 'page', tabId: 1 });
  });

  it('is the one our own page was opened for, while that is open', async () => {
    const mine = tab(1, 'https://os.ibl.ai/', { lastAccessed: 10 });
    const other = tab(2, 'https://example.com/', { lastAccessed: 50 });
    const own = tab(3, `${OWN}sidepanel.html?tab=1`, { active: true, lastAccessed: 90 });
    stubTabs({ tabs: [mine, other, own], result: reading(ADA) });
    vi.stubGlobal('location', { search: '?tab=1' });
    const get = vi.spyOn(fakeBrowser.tabs, 'get');
    get.mockResolvedValue(mine as never);
    expect(await detectActiveTab()).toMatchObject({ state: 'page', tabId: 1 });
    get.mockRejectedValue(new Error('No tab with id: 1.'));
    expect(await detectActiveTab()).toMatchObject({ state: 'not-ibl' });
    vi.unstubAllGlobals();
  });
});
