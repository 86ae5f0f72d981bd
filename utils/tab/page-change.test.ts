// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pageChanges, untilPageChanges } from './page-change';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.setItem('userData', 'ada');
});
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
});

describe('watching a page', () => {
  it('ends at a change of who is signed in', async () => {
    const watched = untilPageChanges(700, 50);
    await vi.advanceTimersByTimeAsync(100);
    localStorage.setItem('userData', 'grace');
    await vi.advanceTimersByTimeAsync(50);
    expect(await watched).toBe(true);
  });

  it('ends at a sign-in of this tab alone', async () => {
    const watched = untilPageChanges(700, 50);
    sessionStorage.setItem('userData', 'grace');
    await vi.advanceTimersByTimeAsync(50);
    expect(await watched).toBe(true);
  });

  it('ends by itself where nothing else than the page’s own matters changes', async () => {
    const watched = untilPageChanges(700, 50);
    localStorage.setItem('theme', 'dark');
    await vi.advanceTimersByTimeAsync(750);
    expect(await watched).toBe(false);
  });

  it('looks soon after a click, as what it does to the sign-in mostly follows', async () => {
    const watched = untilPageChanges(2000, 1000);
    await vi.advanceTimersByTimeAsync(100);
    document.body.click();
    localStorage.setItem('userData', 'grace');
    await vi.advanceTimersByTimeAsync(20);
    expect(await watched).toBe(true);
  });

  it('looks as seldom as before some time after a click that changed nothing', async () => {
    let isOver = false;
    untilPageChanges(5000, 1000).then(() => (isOver = true));
    document.body.click();
    await vi.advanceTimersByTimeAsync(2100);
    localStorage.setItem('userData', 'grace');
    await vi.advanceTimersByTimeAsync(200);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(isOver).toBe(true);
  });

  it('hears of a cookie, which may tell who is signed in', async () => {
    const jar = new EventTarget();
    vi.stubGlobal('cookieStore', jar);
    const watched = untilPageChanges(300, 1000);
    jar.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(1);
    expect(await watched).toBe(true);
    vi.unstubAllGlobals();
  });

  it('ends in time, before the page is watched anew', async () => {
    let isOver = false;
    untilPageChanges(2050, 325).then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(2060);
    expect(isOver).toBe(true);
  });

  it('says nothing where the page can’t be watched', async () => {
    const refused = async () => {
      throw new Error('Cannot access contents of the page');
    };
    Object.assign(browser, { scripting: { executeScript: refused } });
    expect(await pageChanges(1, 700)).toBe(false);
  });
});
