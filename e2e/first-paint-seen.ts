import type { Page } from 'playwright-core';

/** Notes the first dashboard that is put on a page: its element, what it said, and how it came there. */
export const NOTE_FIRST = `(() => {
  new MutationObserver((_, observer) => {
    const main = document.querySelector('main');
    if (!main) return;
    observer.disconnect();
    const { user, state } = main.dataset;
    const isStored = performance.getEntriesByName('lens first paint').length > 0;
    window.__first = { main, html: main.outerHTML, user, state, isStored };
    window.__onFirst?.();
  }).observe(document, { subtree: true, childList: true });
})()`;

interface First {
  html: string;
  user: string;
  state: string;
  /** Whether it is a stored first paint, drawn before views, parsers and charts are requested. */
  isStored: boolean;
  /** Whether the dashboard is still the same element. */
  stands: boolean;
}

/** The first dashboard that was put on a page. */
export const firstOn = (page: Page): Promise<First> =>
  page.evaluate<First>(
    '({ ...window.__first, stands: window.__first.main === document.querySelector("main"), main: null })',
  );

/** Does something with every entry of a store of the cache. */
export const eachEntry = (store: string, change: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lens');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const db = opening.result;
    const work = db.transaction('${store}', 'readwrite');
    work.objectStore('${store}').openCursor().onsuccess = ({ target: { result: at } }) => {
      if (!at) return;
      ${change};
      at.continue();
    };
    work.oncomplete = () => { db.close(); resolve(null); };
  };
})`;
