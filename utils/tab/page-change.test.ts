// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pageChanges, untilStorageChanges } from './page-change';

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
    const watched = untilStorageChanges(700, 50);
    await vi.advanceTimersByTimeAsync(100);
    localStorage.setItem('userData', 'grace');
    await vi.advanceTimersByTimeAsync(50);
    expect(await watched).toBe(true);
  });

  it('ends at a sign-in of this tab alone', async () => {
    const watched = untilStorageChanges(700, 50);
    sessionStorage.setItem('userData', 'grace');
    await vi.advanceTimersByTimeAsync(50);
    expect(await watched).toBe(true);
  });

  it('ends by itself where nothing else than the page’s own matters changes', async () => {
    const watched = untilStorageChanges(700, 50);
    localStorage.setItem('theme', 'dark');
    await vi.advanceTimersByTimeAsync(750);
    expect(await watched).toBe(false);
  });

  it('says nothing where the page can’t be watched', async () => {
    const refused = async () => {
      throw new Error('Cannot access contents of the page');
    };
    Object.assign(browser, { scripting: { executeScript: refused } });
    expect(await pageChanges(1, 700)).toBe(false);
  });
});
