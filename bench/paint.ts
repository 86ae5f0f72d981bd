import type { Page } from 'playwright-core';

/** What a page can be asked to have painted, as an expression that is true once it stands. */
const MARKS = {
  empty: `document.readyState !== 'loading'`,
  figures: `document.querySelectorAll('output[data-kpi]:not([data-value=""])').length === 4`,
  charts: `document.querySelectorAll('section[data-card][data-state="ready"] .plot[data-drawn]').length === 3`,
  interactive: `document.querySelectorAll('section[data-card] .plot[data-drawn="chart"]').length === 3`,
} as const;

export type Mark = keyof typeof MARKS;

/** Milliseconds from navigation start until each mark was painted, and the longest task. */
export type Timings = Record<Mark, number> & { longestTaskMs: number };

/**
 * Makes every later document of the page note when each mark was first painted: the frame after
 * the mark became true has then been drawn (a task after the animation frame).
 */
export async function watchPaints(page: Page): Promise<void> {
  // Our own CSP forbids text as code even here, so the marks are written out as functions.
  const marks = Object.entries(MARKS).map(
    ([name, holds]) => `[${JSON.stringify(name)}, () => ${holds}]`,
  );
  await page.addInitScript(`(() => {
    const seen = (window.__paints = { longestTaskMs: 0 });
    const pending = new Map([${marks.join(', ')}]);
    const afterPaint = (run) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = run;
      channel.port2.postMessage(0);
    });
    const look = () => {
      for (const [name, holds] of pending) {
        if (!holds()) continue;
        pending.delete(name);
        afterPaint(() => { seen[name] = performance.now(); });
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    document.addEventListener('readystatechange', look);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  })()`);
}

/** Opens `url` and waits until `last` was painted; marks that never came are missing. */
export async function openAndTime(page: Page, url: string, last: Mark): Promise<Partial<Timings>> {
  await page.goto(url);
  await page.waitForFunction((name) => name in (Reflect.get(window, '__paints') ?? {}), last);
  return page.evaluate(() => Reflect.get(window, '__paints'));
}
