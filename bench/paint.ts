import type { Page } from 'playwright-core';

/** The marks that a page can paint, each with an expression that is true once it is shown. */
const MARKS = {
  empty: `document.readyState !== 'loading'`,
  figures: `document.querySelectorAll('output[data-kpi]:not([data-value=""])').length >= 4`,
  charts: `document.querySelectorAll('section[data-card][data-state="ready"] .plot[data-drawn]').length >= 3`,
  // The first tip under a pointer that moves over a chart as soon as the chart is visible.
  interactive: `document.querySelector('.plot .tip') !== null`,
} as const;

export type Mark = keyof typeof MARKS;

/** Milliseconds from navigation start until each mark was painted, and the longest task. */
export type Timings = Record<Mark, number> & { longestTaskMs: number };

/** Opens a page and waits until `last` was painted; marks that never came are missing. */
export type OpenAndTime = (url: string, last: Mark) => Promise<Partial<Timings>>;

const TIMEOUT_MS = 30_000;

/**
 * Makes every later document of the page note when each mark was first painted: the frame after the
 * mark became true has then been drawn (a task after the animation frame). The page tells by a binding
 * that it is done: asking it meanwhile would have the browser's driver put 330 kB of its own script
 * into it, which takes 10 ms just at the time of the first paint. On the page of
 * `emptyHost` nothing but the empty page is looked for, and everything else on others.
 */
export async function watchPaints(page: Page, emptyHost: string): Promise<OpenAndTime> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: '__painted' });
  // Our own CSP forbids text as code even here, so the marks are written out as functions.
  const marks = Object.entries(MARKS).map(
    ([name, holds]) => `[${JSON.stringify(name)}, () => ${holds}]`,
  );
  await page.addInitScript(`(() => {
    const seen = (window.__paints = { longestTaskMs: 0 });
    const isEmpty = location.host === ${JSON.stringify(emptyHost)};
    const all = [${marks.join(', ')}];
    const pending = new Map(all.filter(([name]) => (name === 'empty') === isEmpty));
    const afterPaint = (run) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = run;
      channel.port2.postMessage(0);
    });
    const move = () => {
      const plot = document.querySelector('.plot');
      if (!plot || plot.querySelector('.tip')) return;
      const { left, top } = plot.getBoundingClientRect();
      const at = { bubbles: true, clientX: left + 100, clientY: top + 50 };
      for (const kind of ['pointerover', 'pointermove']) plot.dispatchEvent(new PointerEvent(kind, at));
      requestAnimationFrame(move);
    };
    const look = () => {
      for (const [name, holds] of pending) {
        if (!holds()) continue;
        pending.delete(name);
        if (name === 'charts') move();
        afterPaint(() => { seen[name] = performance.now(); window.__painted?.(name); });
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    document.addEventListener('readystatechange', look);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  })()`);

  return async (url, last) => {
    const painted = new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        cdp.off('Runtime.bindingCalled', hear);
        settle();
      };
      const hear = ({ name, payload }: { name: string; payload: string }) => {
        if (name === '__painted' && payload === last) end(resolve);
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`${url}: ${last} was not painted`))),
        TIMEOUT_MS,
      );
      cdp.on('Runtime.bindingCalled', hear);
    });
    await cdp.send('Page.navigate', { url });
    await painted;
    return page.evaluate(() => Reflect.get(window, '__paints'));
  };
}
