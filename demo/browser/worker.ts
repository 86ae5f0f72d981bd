import type { BrowserContext, Worker } from 'playwright-core';

/**
 * The service worker of an extension, woken first where it was stopped: Playwright keeps the same
 * object over a restart, which answers nothing while the worker does not run.
 */
export async function runningWorker(context: BrowserContext, origin: string): Promise<Worker> {
  if (!(await runs(context, origin))) await wake(context, origin);
  const known = context.serviceWorkers().find((worker) => worker.url().startsWith(origin));
  const worker = known ?? (await context.waitForEvent('serviceworker', { timeout: 10_000 }));
  await worker.evaluate('0');
  return worker;
}

async function runs(context: BrowserContext, origin: string): Promise<boolean> {
  const browser = await context.browser()?.newBrowserCDPSession();
  const targets = (await browser?.send('Target.getTargets'))?.targetInfos ?? [];
  await browser?.detach();
  return targets.some(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
}

/** Any message wakes the worker; that nothing answers this one does not matter. */
async function wake(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/manifest.json`);
  await page.evaluate('void chrome.runtime.sendMessage(null).catch(() => undefined)');
  await page.close();
}
