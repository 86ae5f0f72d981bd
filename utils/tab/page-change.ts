import { browser } from 'wxt/browser';

/**
 * Runs inside a page (`scripting.executeScript`), so it must not use anything outside itself. Local
 * and session storage send no event to the page that changes them: it looks at the keys of
 * `readPage` every `everyMs`, and sooner after a click or a choice, which most changes follow; what was
 * clicked is not read. A cookie of any name sends an event. It ends at the first change or after `forMs`, and returns
 * nothing that it read.
 */
export async function untilPageChanges(forMs: number, everyMs: number): Promise<boolean> {
  const keys = ['userData', 'current_tenant', 'visiting_tenant', 'tenant', 'app_tenant', 'tenants'];
  const over = new AbortController();
  const { signal } = over;
  const endMs = performance.now() + forMs;
  let isChanged = false;
  let pauseMs = everyMs;
  let look = () => {};
  const read = () => {
    try {
      return keys.flatMap((key) => [sessionStorage.getItem(key), localStorage.getItem(key)]);
    } catch {
      return [];
    }
  };
  const first = read();
  const hear = () => {
    isChanged = true;
    look();
  };
  const hurry = () => {
    pauseMs = 2;
    look();
  };
  globalThis.cookieStore?.addEventListener('change', hear, { signal });
  for (const act of ['click', 'change']) addEventListener(act, hurry, { capture: true, signal });
  while (!isChanged && performance.now() < endMs) {
    await new Promise<void>((resolve) => {
      look = resolve;
      setTimeout(resolve, Math.min(pauseMs, endMs - performance.now()));
    });
    pauseMs = Math.min(2 * pauseMs, everyMs);
    isChanged ||= read().some((text, n) => text !== first[n]);
  }
  over.abort();
  return isChanged;
}

/**
 * Each look wakes the page's thread, which costs more than the look itself: this many keep a panel that nobody
 * touches below 0.7 % of a core (`npm run bench -- 1 idle`).
 */
const LOOK_MS = 325;

/**
 * Resolves to true as soon as a tab's page says something else of who is signed in; false after
 * `forMs`, and where the page cannot be watched. A page that is frozen may never answer.
 */
export async function pageChanges(tabId: number, forMs: number): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: untilPageChanges,
      args: [forMs, LOOK_MS],
      injectImmediately: true,
    });
    return frame?.result === true;
  } catch {
    return false;
  }
}
