// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Detection } from './active-tab';
import { watchActiveTab } from './watch-tab';

const at = (user: string, mentor: string | null = null): Detection => ({
  state: 'page',
  tabId: 1,
  page: {
    host: 'os.ibl.ai',
    user: { name: user, displayName: user },
    org: { key: 'acme', name: null },
    mentor: mentor === null ? null : { idOrSlug: mentor, name: null },
    from: 'local-storage',
  },
});

const nameOf = (seen: Detection | null) =>
  seen?.state === 'page'
    ? `${seen.page.user?.name}/${seen.page.mentor?.idOrSlug ?? '-'}`
    : (seen?.state ?? null);

let stop = () => {};

function watch(detect: () => Detection) {
  const seen: (string | null)[] = [];
  stop = watchActiveTab((detection) => seen.push(nameOf(detection)), {
    detect: async () => detect(),
  });
  return seen;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('following the tab', () => {
  it('tells the first reading at once, and nothing while it stays', async () => {
    const seen = watch(() => at('ada'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(seen).toEqual(['ada/-']);
  });

  it('fault 64: clears and then shows a switched account within a second', async () => {
    let user = 'ada';
    const seen = watch(() => at(user));
    await vi.advanceTimersByTimeAsync(100);
    user = 'grace';
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual(['ada/-', null, 'grace/-']);
  });

  it('notices at once what the page’s own watch tells, and shows it after a tenth of a second', async () => {
    let user = 'ada';
    let tell = (_isChanged: boolean) => {};
    const seen: (string | null)[] = [];
    stop = watchActiveTab((detection) => seen.push(nameOf(detection)), {
      known: at('ada'),
      detect: async () => at(user),
      changes: () => new Promise((resolve) => (tell = resolve)),
    });
    await vi.advanceTimersByTimeAsync(10);
    user = 'grace';
    tell(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([null]);
    await vi.advanceTimersByTimeAsync(100);
    expect(seen).toEqual([null, 'grace/-']);
  });

  it('reads a page that is watched every two seconds, and one that can’t be at each poll', async () => {
    const detect = vi.fn(async () => at('ada'));
    const watching = {
      known: at('ada'),
      detect,
      changes: (_tabId: number, forMs: number) =>
        new Promise<boolean>((resolve) => setTimeout(resolve, forMs, false)),
    };
    stop = watchActiveTab(() => {}, watching);
    await vi.advanceTimersByTimeAsync(21_000);
    expect(detect.mock.calls.length).toBe(11);
    stop();
    detect.mockClear();
    stop = watchActiveTab(() => {}, { ...watching, changes: async () => false });
    await vi.advanceTimersByTimeAsync(21_000);
    expect(detect.mock.calls.length).toBe(31);
  });

  it('reads once more where something happens during a reading', async () => {
    let user = 'ada';
    let answer = (_: Detection) => {};
    const detect = vi.fn(() => new Promise<Detection>((resolve) => (answer = resolve)));
    const seen: (string | null)[] = [];
    stop = watchActiveTab((detection) => seen.push(nameOf(detection)), {
      known: at('ada'),
      detect,
      changes: async () => false,
    });
    document.dispatchEvent(new Event('visibilitychange'));
    answer(at(user));
    user = 'grace';
    await vi.advanceTimersByTimeAsync(0);
    expect(detect).toHaveBeenCalledTimes(2);
    answer(at(user));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([null]);
  });

  it('keeps the figures of a person who moves to another mentor', async () => {
    let mentor = 'tutor';
    const seen = watch(() => at('ada', mentor));
    await vi.advanceTimersByTimeAsync(100);
    mentor = 'coach';
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual(['ada/tutor', 'ada/coach']);
  });

  it('tells at once of the same page in another tab, and watches that one', async () => {
    let tabId = 1;
    const seen: unknown[] = [];
    const changes = vi.fn(() => new Promise<boolean>(() => undefined));
    stop = watchActiveTab((detection) => seen.push(detection), {
      known: at('ada'),
      detect: async () => ({ ...at('ada'), tabId }),
      changes,
    });
    await vi.advanceTimersByTimeAsync(0);
    tabId = 2;
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([{ ...at('ada'), tabId: 2 }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toHaveLength(1);
    expect(changes.mock.calls).toEqual([
      [1, expect.any(Number)],
      [2, expect.any(Number)],
    ]);
  });

  it('fault 80: believes nobody on a page that flips a hundred times a second', async () => {
    let turn = 0;
    const flips = setInterval(() => {
      turn += 1;
    }, 10);
    const seen = watch(() => (turn === 0 ? at('ada') : at(`user${turn}`)));
    await vi.advanceTimersByTimeAsync(60_000);
    clearInterval(flips);
    expect(seen.filter((name) => name !== null)).toEqual(['ada/-']);
    expect(seen.length).toBeLessThanOrEqual(10);
  });

  it('fault 80: nor on one that flips to and fro between two people', async () => {
    let turn = 0;
    const flips = setInterval(() => {
      turn += 1;
    }, 10);
    // Irregular steps, as otherwise every reading could happen to find the same person.
    const stumbles = setInterval(() => {
      turn += 1;
    }, 1000);
    const seen = watch(() => at(turn % 2 === 0 ? 'ada' : 'grace'));
    await vi.advanceTimersByTimeAsync(60_000);
    clearInterval(flips);
    clearInterval(stumbles);
    expect(seen).toContain(null);
    expect(seen.filter((name) => name !== null).length).toBeLessThanOrEqual(10);
  });

  it('fault 63: follows the tab that it was opened for under the id that a discarded one gets', () => {
    history.replaceState(null, '', '/sidepanel.html?tab=1');
    let tell = (_added: number, _removed: number) => {};
    const { onReplaced } = browser.tabs;
    vi.spyOn(onReplaced, 'addListener').mockImplementation((listener) => {
      tell = listener;
    });
    vi.spyOn(onReplaced, 'removeListener').mockReturnValue();
    watch(() => at('ada'));
    tell(9, 8);
    expect(location.search).toBe('?tab=1');
    tell(7, 1);
    expect(location.search).toBe('?tab=7');
    history.replaceState(null, '', '/');
  });

  it('reads nothing once it is stopped', async () => {
    const detect = vi.fn(() => at('ada'));
    watch(detect);
    await vi.advanceTimersByTimeAsync(100);
    stop();
    detect.mockClear();
    await vi.advanceTimersByTimeAsync(5000);
    expect(detect).not.toHaveBeenCalled();
  });
});
