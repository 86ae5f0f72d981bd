import type { BrowserContext } from 'playwright-core';

/** All text that a page of ours holds: its markup, and the values of its fields. */
export const CONTENT = `document.documentElement.outerHTML +
  [...document.querySelectorAll('input')].map((field) => field.value)`;

/** Notes every message that a page of ours sends, and every one that our pages share. */
export const LISTEN = `(() => {
  const heard = (window.__heard = []);
  const send = chrome.runtime.sendMessage;
  chrome.runtime.sendMessage = (...message) => {
    heard.push(JSON.stringify(message));
    return send.apply(chrome.runtime, message);
  };
  new BroadcastChannel('lens').onmessage = ({ data }) => heard.push(JSON.stringify(data));
})()`;

/** Everything stored that can be written out: keys that may not be exported show as empty objects. */
export const ALL_HELD = `(async () => {
  const whole = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const text = (value) => JSON.stringify(value, (_name, inner) =>
    ArrayBuffer.isView(inner) || inner instanceof ArrayBuffer
      ? new TextDecoder('latin1').decode(inner) : inner);
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await whole(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store);
      databases.push([name, store, await whole(objects.getAll())]);
    }
    db.close();
  }
  return text([
    await chrome.storage.local.get(null),
    await chrome.storage.session.get(null),
    { ...localStorage }, { ...sessionStorage }, databases, await caches.keys(), document.cookie,
  ]);
})()`;

/** Whether the extension's worker runs at this moment. */
export async function workerRuns(context: BrowserContext): Promise<boolean> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('no browser to ask');
  const { targetInfos } = await cdp.send('Target.getTargets');
  await cdp.detach();
  return targetInfos.some(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'),
  );
}
